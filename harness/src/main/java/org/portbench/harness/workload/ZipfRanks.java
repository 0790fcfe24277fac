package org.portbench.harness.workload;

import org.portbench.hardware.sim.RandomStream;

/**
 * Ranks from 0, where rank k comes with a probability proportional to (k + 1)^-theta, by
 * rejection-inversion (Hörmann and Derflinger, "Rejection-inversion to generate variates from
 * monotone discrete distributions", ACM TOMACS 6(3), 1996). Exact for every theta above 0; fio's
 * method is an approximation made for theta below 1, and does not allow 1.
 */
final class ZipfRanks {
  private final double count;
  private final double theta;
  private final RandomStream random;
  private final double lowest;
  private final double highest;
  private final double acceptedAtOnce;

  ZipfRanks(long count, double theta, RandomStream random) {
    this.count = (double) count;
    this.theta = theta;
    this.random = random;
    this.lowest = area(1.5) - 1.0;
    this.highest = area(count + 0.5);
    this.acceptedAtOnce = 2.0 - abscissa(area(2.5) - height(2.0));
  }

  long next() {
    while (true) {
      double under = highest + random.nextDouble() * (lowest - highest);
      double x = abscissa(under);
      double rank = Math.clamp(Math.floor(x + 0.5), 1.0, count);
      if (rank - x <= acceptedAtOnce || under >= area(rank + 0.5) - height(rank)) {
        return (long) rank - 1;
      }
    }
  }

  private double height(double x) {
    return StrictMath.exp(-theta * StrictMath.log(x));
  }

  /** The integral of x^-theta from 1. */
  private double area(double x) {
    double log = StrictMath.log(x);
    return theta == 1.0 ? log : StrictMath.expm1((1.0 - theta) * log) / (1.0 - theta);
  }

  private double abscissa(double area) {
    double scaled = Math.max(-1.0, (1.0 - theta) * area);
    return StrictMath.exp(theta == 1.0 ? area : StrictMath.log1p(scaled) / (1.0 - theta));
  }
}
