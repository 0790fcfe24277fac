/** A page as data, and its two renderings. */
package org.portbench.reports.page;
