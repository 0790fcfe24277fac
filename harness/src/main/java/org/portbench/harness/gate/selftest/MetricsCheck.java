package org.portbench.harness.gate.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.ExactCell;
import org.portbench.results.exact.LatencyBuckets;

/** One unit of each sum, of each counter and of each bucket of a histogram is noticed. */
record MetricsCheck(TestBench bench) implements Check {

  @Override
  public Report run() {
    List<String> failures = new ArrayList<>();
    int tried = 0;
    for (KnownCell known : bench.cells()) {
      ExactCell cell = known.exact();
      for (String metric : cell.metrics().keySet()) {
        tried++;
        SortedMap<String, Long> metrics = new TreeMap<>(cell.metrics());
        metrics.merge(metric, 1L, Long::sum);
        note(cell, with(cell, metrics, cell.latencies()), metric, failures);
      }
      for (Long bucket : cell.latencies().counts().keySet()) {
        tried++;
        SortedMap<Long, Long> counts = new TreeMap<>(cell.latencies().counts());
        counts.merge(bucket, 1L, Long::sum);
        String named = "the bucket of " + bucket + " ns";
        note(cell, with(cell, cell.metrics(), new LatencyBuckets(counts)), named, failures);
      }
    }
    return new Report(
        "one unit of each of %d sums, counters and buckets of %d cells is noticed"
            .formatted(tried, bench.cells().size()),
        failures);
  }

  private static ExactCell with(
      ExactCell cell, SortedMap<String, Long> metrics, LatencyBuckets latencies) {
    return new ExactCell(cell.id(), metrics, latencies, cell.oneIo());
  }

  private static void note(ExactCell base, ExactCell head, String what, List<String> failures) {
    if (Comparison.of(List.of(base), List.of(head)).changed().size() != 1) {
      failures.add(base.id() + ": one more of " + what + " is not noticed");
    }
  }
}
