package org.portbench.results;

import java.util.OptionalLong;
import org.HdrHistogram.AbstractHistogram;

/**
 * Latency of the measured reads and writes in nanoseconds. A percentile that fewer than 100
 * operations exceeded is absent: it would be an anecdote.
 */
public record Latency(
    long count,
    long min,
    long mean,
    OptionalLong p50,
    OptionalLong p90,
    OptionalLong p99,
    OptionalLong p99_9,
    OptionalLong p99_99,
    long max) {

  private static final long EXCEEDANCES_NEEDED = 100;

  /** Summary without percentiles, for a cell whose backlog grew and whose tail means nothing. */
  public Latency withoutPercentiles() {
    OptionalLong none = OptionalLong.empty();
    return new Latency(count, min, mean, none, none, none, none, none, max);
  }

  public static Latency of(AbstractHistogram histogram) {
    long count = histogram.getTotalCount();
    if (count == 0) {
      OptionalLong none = OptionalLong.empty();
      return new Latency(0, 0, 0, none, none, none, none, none, 0);
    }
    return new Latency(
        count,
        histogram.getMinValue(),
        Math.round(histogram.getMean()),
        percentile(histogram, 5000),
        percentile(histogram, 9000),
        percentile(histogram, 9900),
        percentile(histogram, 9990),
        percentile(histogram, 9999),
        histogram.getMaxValue());
  }

  private static OptionalLong percentile(AbstractHistogram histogram, int perTenThousand) {
    long exceedances = histogram.getTotalCount() * (10_000 - perTenThousand) / 10_000;
    return exceedances < EXCEEDANCES_NEEDED
        ? OptionalLong.empty()
        : OptionalLong.of(histogram.getValueAtPercentile(perTenThousand / 100.0));
  }
}
