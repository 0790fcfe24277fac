package org.portbench.results.gate;

/** Both launches of one side in a block. */
public record Pair(double first, double second) {

  public Pair {
    if (!usable(first) || !usable(second)) {
      throw new IllegalArgumentException("no observation: " + first + ", " + second);
    }
  }

  private static boolean usable(double observation) {
    return observation > 0 && Double.isFinite(observation);
  }

  /** The logarithm of the geometric mean. */
  double logMean() {
    return (StrictMath.log(first) + StrictMath.log(second)) / 2;
  }

  /** How many times the smaller the larger is. */
  double spread() {
    return Math.max(first, second) / Math.min(first, second);
  }
}
