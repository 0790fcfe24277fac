package org.portbench.results.gate;

import java.util.Arrays;

/**
 * The exact distribution of a sum of ranks, each of which counts or not with even chances: of the
 * 2^n outcomes, how many have which sum. Ranks are doubled, so that those of ties are whole.
 */
final class SignedRanks {
  /** The outcomes are counted exactly, as longs and as doubles. */
  static final int MOST = 50;

  private final long[] outcomes;
  private final int ranks;

  SignedRanks(int[] doubledRanks) {
    if (doubledRanks.length > MOST) {
      throw new IllegalArgumentException("more than " + MOST + " ranks: " + doubledRanks.length);
    }
    this.ranks = doubledRanks.length;
    this.outcomes = new long[Arrays.stream(doubledRanks).sum() + 1];
    outcomes[0] = 1;
    int reached = 0;
    for (int rank : doubledRanks) {
      reached += rank;
      for (int sum = reached; sum >= rank; sum--) {
        outcomes[sum] += outcomes[sum - rank];
      }
    }
  }

  /** Of 1 to n, without ties. */
  static SignedRanks upTo(int n) {
    int[] doubled = new int[n];
    Arrays.setAll(doubled, i -> 2 * (i + 1));
    return new SignedRanks(doubled);
  }

  /** The probability of at least this sum of doubled ranks. */
  double atLeast(int doubledSum) {
    long count = 0;
    for (int sum = Math.max(0, doubledSum); sum < outcomes.length; sum++) {
      count += outcomes[sum];
    }
    return Math.scalb((double) count, -ranks);
  }

  /** The probability of at most this sum of doubled ranks: that of its mirror image. */
  double atMost(int doubledSum) {
    return atLeast(outcomes.length - 1 - doubledSum);
  }
}
