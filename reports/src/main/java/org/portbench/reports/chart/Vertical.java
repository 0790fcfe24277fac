package org.portbench.reports.chart;

import java.util.OptionalLong;
import org.portbench.reports.text.Quantities;
import org.portbench.results.TrialResult;

/** What a line over a parameter goes up with. */
enum Vertical {
  CPU_TIME("CPU time per operation"),
  THROUGHPUT("operations per second"),
  MEDIAN("median latency"),
  TAIL("latency at the 99th percentile");

  private final String words;

  Vertical(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  OptionalLong of(TrialResult cell) {
    return switch (this) {
      case CPU_TIME -> OptionalLong.of(cell.cpuNsPerOperation());
      case THROUGHPUT -> OptionalLong.of(cell.throughput().iops());
      case MEDIAN -> cell.latencyNs().p50();
      case TAIL -> cell.latencyNs().p99();
    };
  }

  String tick(double value) {
    return this == THROUGHPUT ? Quantities.iops((long) value) : Quantities.timeTick(value);
  }
}
