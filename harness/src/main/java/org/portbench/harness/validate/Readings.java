package org.portbench.harness.validate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.portbench.results.Evidence;
import org.portbench.results.Measurement;
import org.portbench.results.TrialResult;

/** The numbers of a table's cells, and which of them have been looked at. */
final class Readings {
  private final Map<String, NavigableMap<Long, TrialResult>> runs;
  private final Set<Evidence> looked = new LinkedHashSet<>();

  /**
   * @param runs the cells of each run by their sizes; one that names no size stands at 0
   */
  Readings(Map<String, NavigableMap<Long, TrialResult>> runs) {
    this.runs = runs;
  }

  List<Evidence> evidence() {
    return List.copyOf(looked);
  }

  double of(Metric metric, String run, OptionalLong size) {
    NavigableMap<Long, TrialResult> cells = runs.get(run);
    return value(metric, cells.get(size.orElse(cells.firstKey())));
  }

  private double value(Metric metric, TrialResult cell) {
    if (!cell.passed()) {
      throw new NoNumber("the cell " + cell.id() + " did not pass: " + cell.reason());
    }
    long value =
        Measurement.of(cell).stream()
            .filter(number -> number.metric().equals(metric.name()))
            .flatMapToLong(number -> number.value().stream())
            .findFirst()
            .orElseThrow(() -> new NoNumber("the cell " + cell.id() + " has no " + metric.name()));
    looked.add(new Evidence(cell.id(), metric.name(), value));
    return value * metric.factor();
  }

  /**
   * Where the difference changes its sign for the last time, taken as straight between sizes that
   * both were run at.
   */
  double crossover(String above, String below, Metric metric) {
    Set<Long> sizes = new TreeSet<>(runs.get(above).keySet());
    sizes.retainAll(runs.get(below).keySet());
    double crossing = -1;
    double lastSize = 0;
    double lastMore = 0;
    for (long size : sizes) {
      double more =
          of(metric, above, OptionalLong.of(size)) - of(metric, below, OptionalLong.of(size));
      if (more <= 0 && lastMore > 0) {
        crossing = lastSize + (size - lastSize) * lastMore / (lastMore - more);
      }
      lastSize = size;
      lastMore = more;
    }
    if (lastMore > 0) {
      throw new NoNumber("at " + (long) lastSize + " B " + above + " still takes more");
    }
    if (crossing < 0) {
      throw new NoNumber("at " + sizes.iterator().next() + " B " + above + " takes less already");
    }
    return crossing;
  }
}
