package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

  /** The 95 % limits of ten trials, as tables after Clopper and Pearson have them. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.3085",
    "1, 0.0025, 0.4450",
    "2, 0.0252, 0.5561",
    "3, 0.0667, 0.6525",
    "4, 0.1216, 0.7376",
    "5, 0.1871, 0.8129",
    "9, 0.5550, 0.9975",
    "10, 0.6915, 1"
  })
  void tenTrials(int count, double low, double high) {
    Interval interval = new Proportion(count, 10).interval(0.95);
    assertEquals(low, interval.low(), 0.00005);
    assertEquals(high, interval.high(), 0.00005);
  }

  /** Conover's plants; binom.test of R gives 0.7076683 and 0.7654066. */
  @Test
  void plants_byConover() {
    Interval interval = new Proportion(682, 925).interval(0.95);
    assertEquals(0.7076683, interval.low(), 0.00000005);
    assertEquals(0.7654066, interval.high(), 0.00000005);
  }

  @Test
  void noneOfMany_hasAClosedForm() {
    Interval interval = new Proportion(0, 1500).interval(0.95);
    assertEquals(0, interval.low(), 0);
    assertEquals(1 - StrictMath.pow(0.025, 1 / 1500.0), interval.high(), 1e-12);
  }

  /** Each limit is where so few, or so many, have half of what is left of certainty. */
  @Test
  void theLimits_solveTheBinomialTails() {
    for (int count = 1; count < 20; count++) {
      Interval interval = new Proportion(count, 20).interval(0.9);
      assertEquals(0.05, atLeast(count, 20, interval.low()), 1e-12);
      assertEquals(0.95, atLeast(count + 1, 20, interval.high()), 1e-12);
    }
  }

  private static double atLeast(int count, int trials, double share) {
    double sum = 0;
    double ways = 1;
    for (int k = 0; k <= trials; k++) {
      double term = ways * StrictMath.pow(share, k) * StrictMath.pow(1 - share, trials - k);
      sum += k >= count ? term : 0;
      ways = ways * (trials - k) / (k + 1);
    }
    return sum;
  }

  @Test
  void anInterval_containsItsEnds_andAProportionIsOne() {
    Interval interval = new Interval(0.25, 0.5);
    assertTrue(interval.contains(0.25));
    assertTrue(interval.contains(0.5));
    assertFalse(interval.contains(0.51));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0));
    assertEquals(0.25, new Proportion(1, 4).share(), 0);
  }
}
