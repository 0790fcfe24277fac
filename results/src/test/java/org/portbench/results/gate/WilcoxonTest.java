package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class WilcoxonTest {
  private static final long SEED = 19451201;
  private static final int ROUNDS = 1000;
  private static final double EXACT = 0;

  /** Darwin's crossed and self-fertilized maize, in eighths of an inch; T = 24 of 15 pairs. */
  @Test
  void maize_byWilcoxon1945() {
    double[] differences = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
    assertEquals(676 / 32768.0, Wilcoxon.above(0, differences), EXACT);
  }

  /** Table 3.1, T+ = 40 of 9 pairs, p = 0.020; R's wilcox.test says 0.01953. */
  @Test
  void depression_byHollanderAndWolfe() {
    double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    double[] differences = new double[before.length];
    Arrays.setAll(differences, i -> before[i] - after[i]);
    assertEquals(10 / 512.0, Wilcoxon.above(0, differences), EXACT);
  }

  /** Bortz, Lienert and Boehnke's example with ties; wilcox.exact of R says 0.1367 on two sides. */
  @Test
  void ties_byBortz() {
    double[] differences = {4, 1, 1, 1, 2, -1, 2, -4, 1, 1};
    assertEquals(0.1367 / 2, Wilcoxon.above(0, differences), 0.00003);
  }

  /** Ranks 2, 3, 4, 5 of which only 2 is negative: above it are 14 and 12, of 16. */
  @Test
  void aZero_takesTheLowestRank_andNoSide() {
    assertEquals(2 / 16.0, Wilcoxon.above(0, 0, -1, 2, 3, 4), EXACT);
    assertEquals(1, Wilcoxon.above(0, 0, 0, 0), EXACT);
    assertEquals(1, Wilcoxon.above(0), EXACT);
  }

  @Test
  void allAbove_isTheLeastThatSoManyCanSay() {
    assertEquals(1 / 256.0, Wilcoxon.above(0.5, 1, 1, 1, 1, 1, 1, 1, 1), EXACT);
    assertEquals(1 / 4096.0, Wilcoxon.above(-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), EXACT);
  }

  @Test
  void isWhatEnumerationSays_withTiesAndZerosToo() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = coarse(chance, 1 + chance.nextInt(10));
      assertEquals(SignFlips.above(values), Wilcoxon.above(0, values), EXACT, said(values));
    }
  }

  @Test
  void isWhatTheLibrarySays_withoutTies() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = fine(chance, 1 + chance.nextInt(30));
      double expected =
          WilcoxonSignedRankTest.withDefaults()
              .with(AlternativeHypothesis.GREATER_THAN)
              .with(PValueMethod.EXACT)
              .withMu(0.1)
              .test(values)
              .getPValue();
      assertEquals(expected, Wilcoxon.above(0.1, values), 1e-12, said(values));
    }
  }

  @Test
  void bothSidesTogether_areOneAndWhatTheyShare() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = coarse(chance, 1 + chance.nextInt(10));
      assertEquals(
          1 + SignFlips.equal(values),
          Wilcoxon.above(0, values) + Wilcoxon.above(0, negated(values)),
          EXACT,
          said(values));
    }
  }

  @Test
  void aLowerThreshold_isExceededMoreClearly() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = coarse(chance, 1 + chance.nextInt(12));
      double last = 0;
      for (int threshold = -10; threshold <= 10; threshold++) {
        double next = Wilcoxon.above(threshold / 2.0, values);
        assertTrue(next >= last, said(values) + " at " + threshold / 2.0);
        last = next;
      }
    }
  }

  @Test
  void aLargerValue_saysMore_withoutTies() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = fine(chance, 1 + chance.nextInt(12));
      double before = Wilcoxon.above(0, values);
      values[chance.nextInt(values.length)] += chance.nextExponential();
      assertTrue(Wilcoxon.above(0, values) <= before, said(values));
    }
  }

  @Test
  void theOrderOfValues_andTheirUnit_playNoPart() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = coarse(chance, 1 + chance.nextInt(12));
      double[] others = Arrays.stream(values).map(value -> 8 * value).sorted().toArray();
      assertEquals(Wilcoxon.above(1, values), Wilcoxon.above(8, others), EXACT, said(values));
    }
  }

  private static double[] coarse(RandomGenerator chance, int count) {
    return chance.ints(count, -4, 5).asDoubleStream().toArray();
  }

  private static double[] fine(RandomGenerator chance, int count) {
    return chance.doubles(count, -1, 1.5).toArray();
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  private static String said(double[] values) {
    return "seed " + SEED + ": " + Arrays.toString(values);
  }
}
