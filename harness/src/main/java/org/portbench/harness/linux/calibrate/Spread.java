package org.portbench.harness.linux.calibrate;

import java.util.Arrays;

/**
 * What came of the batches of one quantity.
 *
 * @param batches how many there were
 * @param lower first quartile
 * @param upper third quartile
 */
public record Spread(int batches, double least, double lower, double median, double upper) {
  /** From here on a value is too noisy to be trusted: half of its batches lie further apart. */
  public static final double NOISY_PERCENT = 20;

  /** Of at least one batch. */
  public static Spread of(double... batches) {
    double[] sorted = batches.clone();
    Arrays.sort(sorted);
    return new Spread(
        sorted.length,
        sorted[0],
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** How far the quartiles are apart, of the median. */
  public double percent() {
    return median == 0 ? 0 : 100 * (upper - lower) / Math.abs(median);
  }

  public boolean noisy() {
    return percent() > NOISY_PERCENT;
  }
}
