package org.portbench.results.gate;

/**
 * By how much the head is slower, as a ratio: 1.1 is 10 % slower.
 *
 * @param ratio Hodges and Lehmann's estimate
 * @param interval where the ratio lies with 95 % confidence
 * @param atMost what it does not exceed, with 95 % confidence
 */
public record Estimate(double ratio, Interval interval, double atMost) {
  private static final double DOUBT = 0.05;

  static Estimate of(double... slowdowns) {
    WalshAverages averages = new WalshAverages(slowdowns);
    return new Estimate(
        StrictMath.exp(averages.median()),
        new Interval(
            StrictMath.exp(averages.lower(DOUBT / 2)), StrictMath.exp(averages.upper(DOUBT / 2))),
        StrictMath.exp(averages.upper(DOUBT)));
  }

  /** What a pass means: no slowdown above this share, with 95 % confidence; never below 0. */
  public double noSlowdownAbove() {
    return Math.max(0, atMost - 1);
  }
}
