package org.portbench.reports.chart;

/** By what a strategy is known in every picture: its colour, its mark and its line. */
record Look(Shade shade, Mark mark, Dash dash) {}
