package org.portbench.results.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class LatencyBucketsTest {

  @Test
  void percentilesAreThoseOfTheHistogram() {
    long seed = 20_261_123;
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < 50; run++) {
      Histogram histogram = new Histogram(3);
      int count = 1 + random.nextInt(20_000);
      for (int i = 0; i < count; i++) {
        histogram.recordValue(random.nextLong(1, 1L << random.nextInt(1, 40)));
      }
      LatencyBuckets buckets = LatencyBuckets.of(histogram);
      assertEquals(count, buckets.total());
      for (int percentile : new int[] {5000, 9900}) {
        if (buckets.percentile(percentile).isPresent()) {
          assertEquals(
              histogram.getValueAtPercentile(percentile / 100.0),
              buckets.percentile(percentile).getAsLong(),
              "seed " + seed + ", run " + run);
        }
      }
    }
  }

  @Test
  void aPercentileThatFewExceed_isAbsent() {
    Histogram histogram = new Histogram(3);
    histogram.recordValueWithCount(5, 199);
    assertTrue(LatencyBuckets.of(histogram).percentile(5000).isEmpty());
    histogram.recordValue(5);
    assertEquals(5, LatencyBuckets.of(histogram).percentile(5000).orElseThrow());
  }
}
