package org.portbench.reports.chart;

/** A place in a plot and what is to be said of it. */
record Flag(double x, double y, String text) {}
