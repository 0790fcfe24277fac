package org.portbench.reports.chart;

/** One entry of a legend: a square of a colour and what it stands for. */
record Key(String name, Shade shade) {}
