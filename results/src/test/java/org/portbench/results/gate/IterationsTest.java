package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class IterationsTest {

  @Test
  void theFastest_andTheMedian() {
    Iterations odd = new Iterations(List.of(5.0, 3.0, 9.0));
    assertEquals(3, odd.fastestNs());
    assertEquals(5, odd.medianNs());
    assertEquals(4, new Iterations(List.of(5.0, 3.0)).medianNs());
  }

  @Test
  void whatIsNoTime_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Iterations(List.of()));
    for (double no : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Iterations(List.of(1.0, no)));
    }
  }
}
