package org.portbench.results;

import java.util.Collections;
import java.util.SortedMap;
import org.HdrHistogram.Histogram;

/**
 * All that one cell of a run yields. Maps are keyed by the lower-camel names of the model's
 * categories and counters; {@code totalsPs} are exact sums, {@code breakdownNs} the same rounded
 * per operation.
 *
 * @param parameters the knobs behind the stack's name, as text
 * @param contentDigest covers every number behind the identity's names
 * @param reason empty for a passed cell, unless there is something to say (a saturated cell)
 * @param operations measured reads and writes; {@code syncs} counts the rest
 * @param elapsedPs measured virtual time
 * @param latencies values in nanoseconds
 */
public record TrialResult(
    CellIdentity identity,
    SortedMap<String, String> parameters,
    String contentDigest,
    Status status,
    String reason,
    boolean saturated,
    long operations,
    long syncs,
    long bytes,
    long elapsedPs,
    Latency latencyNs,
    Throughput throughput,
    long cpuNsPerOperation,
    SortedMap<String, Long> totalsPs,
    SortedMap<String, Long> breakdownNs,
    SortedMap<String, Long> counters,
    PayloadSummary payload,
    Histogram latencies) {

  private static final int SIGNIFICANT_DIGITS = 3;

  /** A cell that failed or was skipped: why, and no numbers. */
  public static TrialResult without(
      CellIdentity identity,
      SortedMap<String, String> parameters,
      String contentDigest,
      Status status,
      String reason) {
    Histogram nothing = new Histogram(SIGNIFICANT_DIGITS);
    return new TrialResult(
        identity,
        parameters,
        contentDigest,
        status,
        reason,
        false,
        0,
        0,
        0,
        0,
        Latency.of(nothing),
        new Throughput(0, 0),
        0,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        new PayloadSummary(0, 0),
        nothing);
  }

  public String id() {
    return identity.id();
  }

  public boolean passed() {
    return status == Status.PASSED;
  }
}
