package org.portbench.results;

import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** A cell for tests: plausible numbers, each of which can be replaced. */
public final class SampleCell {
  private final String strategy;
  private String tier = "model";
  private String machine = "pc-2003";
  private String stack = "user-2";
  private String workload = "randread-4k";
  private long seed = 1;
  private final long operations = 1000;
  private long requestBytes = 4096;
  private long cpuNsPerOperation = 10_000;
  private Status status = Status.PASSED;
  private String reason = "";
  private boolean saturated;
  private final SortedMap<String, String> parameters = new TreeMap<>();
  private final SortedMap<String, Long> breakdownNs = new TreeMap<>();
  private final SortedMap<String, Long> counters = new TreeMap<>();

  private SampleCell(String strategy) {
    this.strategy = strategy;
  }

  public static SampleCell of(String strategy) {
    return new SampleCell(strategy);
  }

  public SampleCell tier(String other) {
    tier = other;
    return this;
  }

  public SampleCell machine(String other) {
    machine = other;
    return this;
  }

  public SampleCell stack(String other) {
    stack = other;
    return this;
  }

  public SampleCell workload(String other) {
    workload = other;
    return this;
  }

  public SampleCell seed(long other) {
    seed = other;
    return this;
  }

  public SampleCell requestBytes(long other) {
    requestBytes = other;
    return this;
  }

  public SampleCell cpuNs(long other) {
    cpuNsPerOperation = other;
    return this;
  }

  public SampleCell failed(String why) {
    status = Status.FAILED;
    reason = why;
    return this;
  }

  public SampleCell skipped(String why) {
    status = Status.SKIPPED;
    reason = why;
    return this;
  }

  public SampleCell saturated() {
    saturated = true;
    return this;
  }

  public SampleCell parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  public SampleCell breakdownNs(String category, long value) {
    breakdownNs.put(category, value);
    return this;
  }

  public SampleCell counter(String name, long value) {
    counters.put(name, value);
    return this;
  }

  public TrialResult build() {
    CellIdentity identity =
        new CellIdentity(tier, machine, stack, workload, strategy, seed, operations);
    if (status == Status.SKIPPED) {
      return TrialResult.without(identity, parameters, "d:" + strategy, status, reason);
    }
    Histogram latencies = latencies();
    Latency latency = Latency.of(latencies);
    SortedMap<String, Long> totalsPs = new TreeMap<>();
    breakdownNs.forEach((name, ns) -> totalsPs.put(name, ns * 1000 * operations));
    return new TrialResult(
        identity,
        new TreeMap<>(parameters),
        "d:" + strategy,
        status,
        reason,
        saturated,
        operations,
        7,
        operations * requestBytes,
        operations * 10_000_000,
        saturated ? latency.withoutPercentiles() : latency,
        new Throughput(100_000, 100_000 * requestBytes),
        cpuNsPerOperation,
        totalsPs,
        new TreeMap<>(breakdownNs),
        new TreeMap<>(counters),
        new PayloadSummary(operations * requestBytes, status == Status.FAILED ? 3 : 0),
        latencies);
  }

  private Histogram latencies() {
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < operations; i++) {
      histogram.recordValue(cpuNsPerOperation + i * 37L);
    }
    return histogram;
  }
}
