package org.portbench.results.gate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The exact one-sided signed-rank test (Wilcoxon 1945). Ties share the mean of their ranks, and the
 * distribution is that of these ranks. What equals the threshold takes the lowest ranks and speaks
 * for neither side (Pratt 1959): were it left out before ranking, a lower threshold could be the
 * harder one to exceed.
 */
public final class Wilcoxon {
  private Wilcoxon() {}

  /**
   * @return how likely values as far above the threshold are by chance, if they are spread evenly
   *     about it or below it
   */
  public static double above(double threshold, double... values) {
    double[] distances = Arrays.stream(values).map(value -> value - threshold).toArray();
    int[] ranks = doubledRanks(distances);
    int sum =
        IntStream.range(0, ranks.length).filter(i -> distances[i] > 0).map(i -> ranks[i]).sum();
    int[] deciding =
        IntStream.range(0, ranks.length)
            .filter(i -> distances[i] != 0)
            .map(i -> ranks[i])
            .toArray();
    return new SignedRanks(deciding).atLeast(sum);
  }

  /**
   * Twice the rank of each by its amount: one more than how many are less, twice, plus its ties.
   */
  private static int[] doubledRanks(double[] distances) {
    int[] ranks = new int[distances.length];
    for (int i = 0; i < distances.length; i++) {
      double amount = Math.abs(distances[i]);
      int less = 0;
      int same = 0;
      for (double other : distances) {
        less += Math.abs(other) < amount ? 1 : 0;
        same += Math.abs(other) == amount ? 1 : 0;
      }
      ranks[i] = 2 * less + same + 1;
    }
    return ranks;
  }
}
