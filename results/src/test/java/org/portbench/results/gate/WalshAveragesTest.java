package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WalshAveragesTest {
  private static final long SEED = 19630601;
  private static final int ROUNDS = 2000;

  /** Hollander and Wolfe's depression data: 0.46, with 96 % confidence 0.010 to 0.786. */
  @Test
  void depression_byHollanderAndWolfe() {
    WalshAverages averages =
        new WalshAverages(0.952, -0.147, 1.022, 0.430, 0.620, 0.590, 0.490, -0.080, 0.010);
    assertEquals(0.46, averages.median(), 1e-12);
    assertEquals(0.010, averages.lower(0.025), 1e-12);
    assertEquals(0.786, averages.upper(0.025), 1e-12);
  }

  @Test
  void ofFewValues_theCenterMayLieAnywhere() {
    WalshAverages averages = new WalshAverages(1, 2, 3, 4, 5);
    assertEquals(3, averages.median(), 0);
    assertEquals(Double.NEGATIVE_INFINITY, averages.lower(0.025), 0);
    assertEquals(Double.POSITIVE_INFINITY, averages.upper(0.025), 0);
    assertEquals(1, averages.lower(0.05), 0);
    assertEquals(5, averages.upper(0.05), 0);
    assertThrows(IllegalArgumentException.class, WalshAverages::new);
  }

  /** What the test does not reject is within, what it rejects is beyond. */
  @Test
  void theBounds_areWhereTheTestBeginsToReject() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = chance.doubles(8 + chance.nextInt(6)).toArray();
      double level = chance.nextBoolean() ? 0.05 : 0.01;
      double bound = new WalshAverages(values).lower(level);
      String said = "seed " + SEED + ", round " + round;
      assertTrue(Wilcoxon.above(bound - 1e-9, values) <= level, said);
      assertTrue(Wilcoxon.above(bound + 1e-9, values) > level, said);
    }
  }

  @Test
  void turnedRound_belowIsAbove() {
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = chance.doubles(1 + chance.nextInt(14), -1, 1).toArray();
      double[] negated = values.clone();
      for (int i = 0; i < values.length; i++) {
        negated[i] = -values[i];
      }
      String said = "seed " + SEED + ", round " + round;
      WalshAverages averages = new WalshAverages(values);
      WalshAverages opposite = new WalshAverages(negated);
      assertEquals(averages.lower(0.025), -opposite.upper(0.025), 0, said);
      assertEquals(averages.median(), -opposite.median(), 0, said);
    }
  }
}
