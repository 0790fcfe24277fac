package org.portbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One number of a cell under the name by which tables and claims refer to it: its place in the
 * result file, as in {@code latencyNs.p99} or {@code counters.pteWrites}.
 *
 * @param unit ns, ps, B, 1/s, B/s, or 1 for a count
 * @param value absent for a percentile that too few operations exceeded
 */
public record Measurement(String metric, String unit, OptionalLong value) {

  /** Mean size of a request, which a cell holds only as bytes and operations. */
  public static final String REQUEST_BYTES = "requestBytes";

  /** All numbers of a cell, in the order of the result file. */
  public static List<Measurement> of(TrialResult cell) {
    List<Measurement> all = new ArrayList<>();
    all.add(known("operations", "1", cell.operations()));
    all.add(known("syncs", "1", cell.syncs()));
    all.add(known("bytes", "B", cell.bytes()));
    all.add(
        cell.operations() == 0
            ? new Measurement(REQUEST_BYTES, "B", OptionalLong.empty())
            : known(REQUEST_BYTES, "B", Math.round((double) cell.bytes() / cell.operations())));
    latency(cell.latencyNs(), all);
    all.add(known("throughput.iops", "1/s", cell.throughput().iops()));
    all.add(known("throughput.bytesPerSecond", "B/s", cell.throughput().bytesPerSecond()));
    all.add(known("cpuNsPerOperation", "ns", cell.cpuNsPerOperation()));
    all.add(known("elapsedPs", "ps", cell.elapsedPs()));
    cell.totalsPs().forEach((name, value) -> all.add(known("totalsPs." + name, "ps", value)));
    cell.breakdownNs().forEach((name, value) -> all.add(known("breakdownNs." + name, "ns", value)));
    cell.counters()
        .forEach((name, value) -> all.add(known("counters." + name, counterUnit(name), value)));
    all.add(known("payload.checkedBytes", "B", cell.payload().checkedBytes()));
    all.add(known("payload.mismatches", "1", cell.payload().mismatches()));
    return all;
  }

  private static void latency(Latency latency, List<Measurement> all) {
    all.add(known("latencyNs.count", "1", latency.count()));
    all.add(known("latencyNs.min", "ns", latency.min()));
    all.add(known("latencyNs.mean", "ns", latency.mean()));
    all.add(new Measurement("latencyNs.p50", "ns", latency.p50()));
    all.add(new Measurement("latencyNs.p90", "ns", latency.p90()));
    all.add(new Measurement("latencyNs.p99", "ns", latency.p99()));
    all.add(new Measurement("latencyNs.p99_9", "ns", latency.p99_9()));
    all.add(new Measurement("latencyNs.p99_99", "ns", latency.p99_99()));
    all.add(known("latencyNs.max", "ns", latency.max()));
  }

  private static Measurement known(String metric, String unit, long value) {
    return new Measurement(metric, unit, OptionalLong.of(value));
  }

  private static String counterUnit(String name) {
    return name.startsWith("bytes") || name.endsWith("Bytes") ? "B" : "1";
  }
}
