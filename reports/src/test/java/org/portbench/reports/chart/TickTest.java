package org.portbench.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.reports.text.Quantities;

class TickTest {

  @Test
  void linearTicksAreRoundAndBeginAtZero() {
    assertEquals(
        List.of("0", "10 µs", "20 µs", "30 µs"),
        labels(Tick.linear(37_900, 4, Quantities::timeTick)));
  }

  @Test
  void shortLogarithmicRangesHaveTwosAndFives() {
    assertEquals(
        List.of("2 µs", "5 µs", "10 µs", "20 µs"),
        labels(Tick.decades(1_500, 30_000, Quantities::timeTick)));
  }

  @Test
  void longLogarithmicRangesHaveDecades() {
    assertEquals(
        List.of("1 µs", "10 µs", "100 µs", "1 ms"),
        labels(Tick.decades(1_000, 1_000_000, Quantities::timeTick)));
  }

  @Test
  void sizesArePowersOfTwo() {
    assertEquals(
        List.of("1 KiB", "4 KiB", "16 KiB"),
        labels(Tick.powersOfTwo(512, 16_384, 2, Quantities::bytes)));
  }

  private static List<String> labels(List<Tick> ticks) {
    return ticks.stream().map(Tick::label).toList();
  }
}
