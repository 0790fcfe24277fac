package org.portbench.results.gate;

import java.util.Arrays;

/**
 * The means of all pairs of values, each with itself too: their median is Hodges and Lehmann's
 * estimate of the center (1963), and the signed-rank test says which of them bound it.
 */
final class WalshAverages {
  private final int values;
  private final double[] sorted;

  WalshAverages(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    this.values = values.length;
    this.sorted = new double[values.length * (values.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i; j < values.length; j++) {
        sorted[next++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(sorted);
  }

  double median() {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** The center is below with at most this probability; without limit if values are too few. */
  double lower(double probability) {
    int beyond = beyond(values, probability);
    return beyond == 0 ? Double.NEGATIVE_INFINITY : sorted[beyond - 1];
  }

  /** The center is above with at most this probability; without limit if values are too few. */
  double upper(double probability) {
    int beyond = beyond(values, probability);
    return beyond == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - beyond];
  }

  /** How many sums of ranks, from 0 on, are together no more likely than this. */
  private static int beyond(int values, double probability) {
    SignedRanks ranks = SignedRanks.upTo(values);
    int count = 0;
    while (ranks.atMost(2 * count) <= probability) {
      count++;
    }
    return count;
  }
}
