package org.portbench.results.gate;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The signed-rank test as its definition has it: all signs that the values might have. */
final class SignFlips {
  private SignFlips() {}

  /** The share of sign changes that give at least the sum of positive ranks seen. */
  static double above(double... values) {
    return share(values, difference -> difference >= 0);
  }

  static double equal(double... values) {
    return share(values, difference -> difference == 0);
  }

  private static double share(double[] values, IntPredicate wanted) {
    int seen = positive(values);
    int count = 0;
    for (int signs = 0; signs < 1 << values.length; signs++) {
      double[] flipped = values.clone();
      for (int i = 0; i < values.length; i++) {
        flipped[i] *= (signs >> i & 1) == 0 ? 1 : -1;
      }
      count += wanted.test(positive(flipped) - seen) ? 1 : 0;
    }
    return (double) count / (1 << values.length);
  }

  /** Twice the sum of ranks of what is above 0; ties share the mean of the places they take. */
  private static int positive(double[] values) {
    double[] amounts = Arrays.stream(values).map(Math::abs).sorted().toArray();
    int sum = 0;
    for (double value : values) {
      int[] places =
          IntStream.range(0, amounts.length).filter(i -> amounts[i] == Math.abs(value)).toArray();
      sum += value > 0 ? places[0] + places[places.length - 1] + 2 : 0;
    }
    return sum;
  }
}
