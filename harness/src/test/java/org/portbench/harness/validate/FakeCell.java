package org.portbench.harness.validate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.portbench.results.CellIdentity;
import org.portbench.results.Latency;
import org.portbench.results.PayloadSummary;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;

/** Two operations of 2048 bytes that took a millisecond, with any CPU time. */
final class FakeCell {
  private FakeCell() {}

  static TrialResult of(String strategy, long cpuNs) {
    SortedMap<String, Long> totals = new TreeMap<>(Map.of("copy", 1_024_000L));
    return new TrialResult(
        identity(strategy),
        Collections.emptySortedMap(),
        "",
        Status.PASSED,
        "",
        false,
        2,
        0,
        4096,
        1_000_000_000L,
        Latency.of(new Histogram(3)),
        new Throughput(2000, 4_096_000),
        cpuNs,
        totals,
        totals,
        new TreeMap<>(Map.of("bytesCopied", 4096L)),
        new PayloadSummary(4096, 0),
        new Histogram(3));
  }

  static TrialResult failed(String strategy, String why) {
    return TrialResult.without(
        identity(strategy), Collections.emptySortedMap(), "", Status.FAILED, why);
  }

  private static CellIdentity identity(String strategy) {
    return new CellIdentity("model", "m", "s", "w", strategy, 1, 2);
  }
}
