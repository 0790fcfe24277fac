package org.portbench.reports.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.portbench.results.CellIdentity;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.store.Json;

/**
 * The cells that passed as JMH writes benchmarks. The score is the mean latency, for tools that
 * take every score for one that should be small; what else an I/O costs is secondary. A cell warms
 * its machine up by itself, which is no iteration.
 */
final class JmhJson {
  private static final String UNKNOWN = "unknown";

  private JmhJson() {}

  /** A benchmark a line. */
  static String of(RunResult run) {
    return run.cells().stream()
        .filter(TrialResult::passed)
        .map(cell ->
            Json.line(benchmark(cell, run.environment(), new JmhMetric(run.exact()))).strip())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static ObjectNode benchmark(
      TrialResult cell, Map<String, String> environment, JmhMetric metric) {
    String vm = environment.getOrDefault("jvm", UNKNOWN);
    String vmVersion = vm.substring(vm.lastIndexOf(' ') + 1);
    ObjectNode json = Json.object();
    json.put("jmhVersion", "portbench " + environment.getOrDefault("version", UNKNOWN));
    json.put("benchmark", name(cell.identity()));
    json.put("mode", "sample");
    json.put("threads", 1);
    json.put("forks", 1);
    json.put("jvm", vm);
    json.putArray("jvmArgs");
    json.put("jdkVersion", vmVersion.replaceFirst("\\+.*", ""));
    json.put("vmName", vm.replace(" " + vmVersion, ""));
    json.put("vmVersion", vmVersion);
    json.put("warmupIterations", 0);
    json.put("warmupTime", "0 s");
    json.put("warmupBatchSize", 1);
    json.put("measurementIterations", 1);
    json.put("measurementTime", microseconds(cell.elapsedPs()));
    json.put("measurementBatchSize", 1);
    parameters(json.putObject("params"), cell.identity());
    json.set("primaryMetric", metric.sampled(cell.latencies()));
    ObjectNode others = json.putObject("secondaryMetrics");
    for (PerIo number : PerIo.of(cell)) {
      String kind = number.isTime() ? "time." : "count.";
      others.set(kind + number.name(), metric.single(number.value(), number.unit() + "/op"));
    }
    return json;
  }

  /** Dots only between the parts. Tools that know no parameters tell cells apart by it. */
  private static String name(CellIdentity cell) {
    return String.join(
        ".",
        "org.portbench",
        plain(cell.machine()),
        plain(cell.stack()),
        plain(cell.workload()),
        plain(cell.strategy()));
  }

  private static String plain(String name) {
    return name.isEmpty() ? "_" : name.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  private static void parameters(ObjectNode json, CellIdentity cell) {
    json.put("machine", cell.machine());
    json.put("stack", cell.stack());
    json.put("workload", cell.workload());
    json.put("strategy", cell.strategy());
    json.put("seed", Long.toString(cell.seed()));
    json.put("operations", Long.toString(cell.operations()));
  }

  /** Of the model's time, not of ours. */
  private static String microseconds(long ps) {
    return String.format(Locale.ROOT, "%d us", ps / 1_000_000);
  }
}
