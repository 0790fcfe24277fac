/** Charts: what is plotted, in which colours, and how a picture becomes a file. */
package org.portbench.reports.chart;
