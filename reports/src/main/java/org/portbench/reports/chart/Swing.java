package org.portbench.reports.chart;

/**
 * How far a figure swings with one estimate.
 *
 * @param half the figure with half of it; the baseline where that cannot be
 * @param twice the same for the double
 * @param effect what becomes of the verdict, written behind it
 */
record Swing(String name, double half, double twice, String effect, Shade effectShade) {

  double least() {
    return Math.min(half, twice);
  }

  double most() {
    return Math.max(half, twice);
  }
}
