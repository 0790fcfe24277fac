package org.portbench.harness.validate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.harness.measure.CostBreakdown;
import org.portbench.results.CellIdentity;
import org.portbench.results.Latency;
import org.portbench.results.Measurement;
import org.portbench.results.PayloadSummary;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;

/**
 * A number that cells have, by its place in the result file.
 *
 * @param factor from its unit there to ns and bytes
 */
record Metric(String name, Dimension dimension, double factor) {
  static final Metric CPU = named("cpuNsPerOperation").orElseThrow();

  private static final class Known {
    static final Map<String, String> UNITS = units();
  }

  static Optional<Metric> named(String name) {
    return Optional.ofNullable(Known.UNITS.get(name)).map(unit -> of(name, unit));
  }

  static List<String> names() {
    return List.copyOf(Known.UNITS.keySet());
  }

  private static Metric of(String name, String unit) {
    return switch (unit) {
      case "ns" -> new Metric(name, Dimension.TIME, 1);
      case "ps" -> new Metric(name, Dimension.TIME, 1e-3);
      case "B" -> new Metric(name, Dimension.SIZE, 1);
      case "B/s" -> new Metric(name, Dimension.SIZE.over(Dimension.TIME), 1e-9);
      case "1/s" -> new Metric(name, Dimension.NONE.over(Dimension.TIME), 1e-9);
      case "1" -> new Metric(name, Dimension.NONE, 1);
      default -> throw new IllegalStateException("a unit " + unit + " of " + name);
    };
  }

  /** Those of a cell with every category and counter. */
  private static Map<String, String> units() {
    SortedMap<String, Long> categories = noughts(Category.values());
    TrialResult all =
        new TrialResult(
            new CellIdentity("", "", "", "", "", 0, 0),
            Collections.emptySortedMap(),
            "",
            Status.SKIPPED,
            "",
            false,
            0,
            0,
            0,
            0,
            Latency.of(new Histogram(1)),
            new Throughput(0, 0),
            0,
            categories,
            categories,
            noughts(Counter.values()),
            new PayloadSummary(0, 0),
            new Histogram(1));
    Map<String, String> units = new TreeMap<>();
    Measurement.of(all).forEach(number -> units.put(number.metric(), number.unit()));
    return Collections.unmodifiableMap(units);
  }

  private static SortedMap<String, Long> noughts(Enum<?>... names) {
    SortedMap<String, Long> noughts = new TreeMap<>();
    for (Enum<?> name : names) {
      noughts.put(CostBreakdown.name(name), 0L);
    }
    return noughts;
  }
}
