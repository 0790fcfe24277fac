package org.portbench.results.exact;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A decoded histogram of latencies.
 *
 * @param counts of operations, by the nanoseconds that their bucket stands for; none is zero
 */
public record LatencyBuckets(SortedMap<Long, Long> counts) {
  private static final long ALL = 10_000;
  private static final long EXCEEDANCES_NEEDED = 100;

  public LatencyBuckets {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  public static LatencyBuckets of(AbstractHistogram histogram) {
    SortedMap<Long, Long> counts = new TreeMap<>();
    for (HistogramIterationValue bucket : histogram.recordedValues()) {
      counts.put(bucket.getValueIteratedTo(), bucket.getCountAtValueIteratedTo());
    }
    return new LatencyBuckets(counts);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Absent where fewer than 100 operations exceed it: it would be an anecdote. */
  public OptionalLong percentile(int perTenThousand) {
    long total = total();
    if (total * (ALL - perTenThousand) / ALL < EXCEEDANCES_NEEDED) {
      return OptionalLong.empty();
    }
    long below = 0;
    for (Map.Entry<Long, Long> bucket : counts.entrySet()) {
      below += bucket.getValue();
      if (below * ALL >= total * perTenThousand) {
        return OptionalLong.of(bucket.getKey());
      }
    }
    throw new AssertionError("all operations are in some bucket");
  }
}
