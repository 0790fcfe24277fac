package org.portbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyTest {

  @Test
  void aPercentileNeedsAHundredExceedances() {
    assertTrue(Latency.of(values(10_000)).p99().isPresent());
    assertEquals(OptionalLong.empty(), Latency.of(values(9_999)).p99());
    assertTrue(Latency.of(values(200)).p50().isPresent());
    assertEquals(OptionalLong.empty(), Latency.of(values(199)).p50());
  }

  @Test
  void aSaturatedCellShowsNoPercentilesAndKeepsTheRest() {
    Latency whole = Latency.of(values(1000));
    Latency bare = whole.withoutPercentiles();
    assertEquals(OptionalLong.empty(), bare.p50());
    assertEquals(whole.mean(), bare.mean());
    assertEquals(whole.max(), bare.max());
  }

  @Test
  void nothingMeasuredIsZero() {
    Latency none = Latency.of(values(0));
    assertEquals(0, none.count());
    assertEquals(0, none.max());
    assertEquals(OptionalLong.empty(), none.p50());
  }

  private static Histogram values(int count) {
    Histogram histogram = new Histogram(3);
    for (int i = 1; i <= count; i++) {
      histogram.recordValue(i);
    }
    return histogram;
  }
}
