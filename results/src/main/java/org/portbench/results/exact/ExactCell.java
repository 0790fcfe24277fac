package org.portbench.results.exact;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.results.TrialResult;

/**
 * What a cell says in whole numbers: exact sums, counts and the buckets of its histogram.
 *
 * @param metrics by the places in {@code run.json}; what is not named is zero
 * @param oneIo what each step of one of its I/Os was charged for; empty where none was explained
 */
public record ExactCell(
    String id,
    SortedMap<String, Long> metrics,
    LatencyBuckets latencies,
    SortedMap<String, List<String>> oneIo) {
  static final String BUCKET = "latencyNs[";

  public ExactCell {
    SortedMap<String, Long> counted = new TreeMap<>(metrics);
    counted.values().removeIf(value -> value == 0);
    metrics = Collections.unmodifiableSortedMap(counted);
    oneIo = Collections.unmodifiableSortedMap(new TreeMap<>(oneIo));
  }

  public static ExactCell of(TrialResult cell) {
    SortedMap<String, Long> metrics = new TreeMap<>();
    metrics.put("operations", cell.operations());
    metrics.put("syncs", cell.syncs());
    metrics.put("bytes", cell.bytes());
    metrics.put("elapsedPs", cell.elapsedPs());
    cell.totalsPs().forEach((name, ps) -> metrics.put("totalsPs." + name, ps));
    cell.counters().forEach((name, count) -> metrics.put("counters." + name, count));
    metrics.put("payload.checkedBytes", cell.payload().checkedBytes());
    metrics.put("payload.mismatches", cell.payload().mismatches());
    return new ExactCell(
        cell.id(), metrics, LatencyBuckets.of(cell.latencies()), Collections.emptySortedMap());
  }

  public ExactCell withOneIo(SortedMap<String, List<String>> charges) {
    return new ExactCell(id, metrics, latencies, charges);
  }

  /** All there is to compare: the metrics, each bucket, and what the buckets come to. */
  SortedMap<String, Long> comparable() {
    SortedMap<String, Long> all = new TreeMap<>(metrics);
    latencies.counts().forEach((ns, count) -> all.put(BUCKET + ns + "]", count));
    if (!latencies.counts().isEmpty()) {
      all.put("latencyNs.min", latencies.counts().firstKey());
      all.put("latencyNs.max", latencies.counts().lastKey());
    }
    latencies.percentile(5000).ifPresent(ns -> all.put("latencyNs.p50", ns));
    latencies.percentile(9900).ifPresent(ns -> all.put("latencyNs.p99", ns));
    return all;
  }
}
