package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRanksTest {

  /** The critical values of Wilcoxon's tables; -1 where there is none. */
  @ParameterizedTest(name = "n = {0}")
  @CsvSource({
    "5, -1, -1",
    "6, 0, -1",
    "7, 2, 0",
    "8, 3, 1",
    "9, 5, 3",
    "10, 8, 5",
    "11, 10, 7",
    "12, 13, 9",
    "15, 25, 19",
    "20, 52, 43"
  })
  void theTables(int n, int atFortieth, int atHundredth) {
    SignedRanks ranks = SignedRanks.upTo(n);
    assertTrue(ranks.atMost(2 * atFortieth) <= 0.025);
    assertTrue(ranks.atMost(2 * atFortieth + 2) > 0.025);
    assertTrue(ranks.atMost(2 * atHundredth) <= 0.01);
    assertTrue(ranks.atMost(2 * atHundredth + 2) > 0.01);
  }

  @Test
  void bothEnds_areAlike() {
    for (int n = 0; n < 20; n++) {
      SignedRanks ranks = SignedRanks.upTo(n);
      for (int sum = 0; sum <= n * (n + 1); sum++) {
        assertEquals(ranks.atMost(sum), ranks.atLeast(n * (n + 1) - sum), 0);
      }
    }
  }

  @Test
  void everythingIsCertain_alsoOfTheMostRanks() {
    SignedRanks most = SignedRanks.upTo(SignedRanks.MOST);
    int all = SignedRanks.MOST * (SignedRanks.MOST + 1);
    assertEquals(1, most.atLeast(0), 0);
    assertEquals(1, most.atLeast(-5), 0);
    assertEquals(1, most.atMost(all), 0);
    assertEquals(Math.scalb(1.0, -SignedRanks.MOST), most.atLeast(all), 0);
    assertEquals(0, most.atLeast(all + 1), 0);
    assertEquals(0, most.atMost(-1), 0);
  }

  @Test
  void more_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> SignedRanks.upTo(SignedRanks.MOST + 1));
  }
}
