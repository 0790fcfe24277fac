package org.portbench.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedSet;
import org.portbench.results.CellIdentity;
import org.portbench.results.Latency;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;

/**
 * The cells that passed as Go's benchmarks print theirs: a line each, with what an I/O costs. Where
 * the numbers are the model's, two of the same cell that differ are no scatter but a change. What
 * may differ between two runs that are to be compared stands in comments, as a configuration would
 * set them apart.
 */
final class Benchstat {
  private static final String PLAIN = "._-+@";

  private record Value(double number, String unit) {}

  private Benchstat() {}

  static String of(RunResult run) {
    StringBuilder lines = new StringBuilder();
    SequencedSet<String> units = new LinkedHashSet<>();
    for (TrialResult cell : run.cells()) {
      List<Value> values = values(cell);
      if (cell.status() != Status.PASSED) {
        lines.append("# %s: %s\n".formatted(cell.status().word(), name(cell.identity())));
      } else if (!values.isEmpty()) {
        values.forEach(value -> units.add(value.unit));
        lines.append(line(cell, values));
      }
    }
    StringBuilder text = new StringBuilder();
    text.append("# portbench run of ").append(OneLine.of(run.experiment(), 200)).append('\n');
    text.append("pkg: org.portbench\n");
    units.forEach(unit ->
        text.append("Unit ")
            .append(unit)
            .append(isTime(unit) ? " better=lower" : "")
            .append(run.exact() ? " assume=exact\n" : " assume=nothing\n"));
    return text.append(lines).toString();
  }

  private static String line(TrialResult cell, List<Value> values) {
    StringBuilder line = new StringBuilder(name(cell.identity()));
    line.append(' ').append(cell.operations());
    for (Value value : values) {
      line.append(' ').append(Decimals.plain(value.number)).append(' ').append(value.unit);
    }
    return line.append('\n').toString();
  }

  /** Ends with the number of processors, lest digits at the end be taken for it. */
  private static String name(CellIdentity cell) {
    return "BenchmarkIO"
        + ("/machine=" + plain(cell.machine()))
        + ("/stack=" + plain(cell.stack()))
        + ("/workload=" + plain(cell.workload()))
        + ("/strategy=" + plain(cell.strategy()))
        + ("/operations=" + cell.operations())
        + ("/seed=" + cell.seed())
        + "-1";
  }

  private static List<Value> values(TrialResult cell) {
    List<Value> values = new ArrayList<>();
    Latency latency = cell.latencyNs();
    if (latency.count() > 0) {
      values.add(new Value(cell.latencies().getMean(), "ns/op"));
      percentile(latency.p50(), "p50-ns", values);
      percentile(latency.p90(), "p90-ns", values);
      percentile(latency.p99(), "p99-ns", values);
      percentile(latency.p99_9(), "p99.9-ns", values);
      percentile(latency.p99_99(), "p99.99-ns", values);
      values.add(new Value(latency.max(), "max-ns"));
    }
    for (PerIo number : PerIo.of(cell)) {
      values.add(
          new Value(number.value(), plain(number.name()) + (number.isTime() ? "-ns/op" : "/op")));
    }
    return values;
  }

  private static void percentile(OptionalLong ns, String unit, List<Value> values) {
    ns.ifPresent(value -> values.add(new Value(value, unit)));
  }

  private static boolean isTime(String unit) {
    return unit.equals("ns/op") || unit.endsWith("-ns/op") || unit.endsWith("-ns");
  }

  /** What would end a name or a part of it is written as in a web address. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (byte b : name.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c < 0x80 && Character.isLetterOrDigit(c)) || PLAIN.indexOf(c) >= 0) {
        plain.append(c);
      } else {
        plain.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return plain.toString();
  }
}
