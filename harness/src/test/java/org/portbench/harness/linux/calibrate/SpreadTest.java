package org.portbench.harness.linux.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SpreadTest {
  @Test
  void quartilesLieBetweenTheBatchesTheyFallBetween() {
    Spread spread = Spread.of(40, 10, 30, 20);

    assertEquals(4, spread.batches());
    assertEquals(10, spread.least());
    assertEquals(17.5, spread.lower());
    assertEquals(25, spread.median());
    assertEquals(32.5, spread.upper());
    assertEquals(60, spread.percent());
  }

  @Test
  void oneBatchHasNoSpread() {
    Spread spread = Spread.of(7);

    assertEquals(7, spread.median());
    assertEquals(0, spread.percent());
    assertFalse(spread.noisy());
  }

  @Test
  void aFifthOfTheMedianIsNotNoisyYet() {
    assertFalse(Spread.of(90, 100, 110).noisy());
    assertFalse(Spread.of(80, 100, 120).noisy());
    assertTrue(Spread.of(79, 100, 120).noisy());
  }

  @Test
  void whatTakesNothingHasNoSpread() {
    assertEquals(0, Spread.of(0, 0, 0).percent());
  }
}
