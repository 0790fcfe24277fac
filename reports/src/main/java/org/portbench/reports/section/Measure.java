package org.portbench.reports.section;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.text.Quantities;
import org.portbench.results.TrialResult;

/** A column of a comparison: its title and how a passed cell fills it. */
record Measure(String title, BiFunction<Comparison, TrialResult, String> value) {
  private static final Measure CPU =
      new Measure("CPU per I/O", (all, cell) -> Quantities.time(cell.cpuNsPerOperation()));
  private static final Measure RATIO =
      new Measure("CPU vs direct", (all, cell) -> ratio(all.cpuRatioToDirect(cell)));
  private static final Measure P50 =
      new Measure("latency p50", (all, cell) -> percentile(cell.latencyNs().p50()));
  private static final Measure P99 =
      new Measure("latency p99", (all, cell) -> percentile(cell.latencyNs().p99()));
  private static final Measure IOPS =
      new Measure("IOPS", (all, cell) -> Quantities.iops(cell.throughput().iops()));
  private static final Measure RATE =
      new Measure(
          "bytes per s",
          (all, cell) -> Quantities.bytesPerSecond(cell.throughput().bytesPerSecond()));
  private static final Measure COPIED =
      new Measure(
          "copied per I/O", (all, cell) -> copied(Math.rint(perOperation(cell, "bytesCopied"))));
  private static final Measure FAULTS =
      new Measure("faults per I/O", (all, cell) -> Quantities.mean(perOperation(cell, "Faults")));
  private static final Measure SHOOTDOWNS =
      new Measure(
          "shootdowns per I/O",
          (all, cell) -> Quantities.mean(perOperation(cell, "tlbShootdowns")));

  /** What tells the strategies apart comes first. */
  static List<Measure> ordered(boolean deviceIsBottleneck) {
    return deviceIsBottleneck
        ? List.of(CPU, RATIO, P50, P99, IOPS, RATE, COPIED, FAULTS, SHOOTDOWNS)
        : List.of(IOPS, RATE, CPU, RATIO, P50, P99, COPIED, FAULTS, SHOOTDOWNS);
  }

  private static String copied(double bytes) {
    return bytes == 0 ? "0" : Quantities.bytes(bytes);
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isPresent() ? Quantities.ratio(ratio.getAsDouble()) : Quantities.ABSENT;
  }

  private static String percentile(OptionalLong ns) {
    return ns.isPresent() ? Quantities.time(ns.getAsLong()) : Quantities.ABSENT;
  }

  /** Of all counters whose name ends so: there are several kinds of faults. */
  private static double perOperation(TrialResult cell, String counter) {
    long total =
        cell.counters().entrySet().stream()
            .filter(entry -> entry.getKey().endsWith(counter))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return (double) total / Math.max(1, cell.operations());
  }
}
