/** How numbers and names are written, once for texts, tables and charts. */
package org.portbench.reports.text;
