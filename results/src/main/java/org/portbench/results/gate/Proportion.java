package org.portbench.results.gate;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** How many of how many trials. */
public record Proportion(int count, int trials) {

  public Proportion {
    if (count < 0 || count > trials || trials == 0) {
      throw new IllegalArgumentException(count + " of " + trials);
    }
  }

  public double share() {
    return (double) count / trials;
  }

  /** Where the true share lies with at least this confidence (Clopper and Pearson 1934). */
  public Interval interval(double confidence) {
    double tail = (1 - confidence) / 2;
    double with = count;
    double without = trials - count;
    double low =
        count == 0 ? 0 : BetaDistribution.of(with, without + 1).inverseCumulativeProbability(tail);
    double high =
        count == trials
            ? 1
            : BetaDistribution.of(with + 1, without).inverseSurvivalProbability(tail);
    return new Interval(low, high);
  }
}
