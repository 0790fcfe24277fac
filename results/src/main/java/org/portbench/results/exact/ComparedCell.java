package org.portbench.results.exact;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cell in two runs. */
public record ComparedCell(ExactCell base, ExactCell head) {

  public String id() {
    return base.id();
  }

  /** By name. */
  public List<ComparedMetric> metrics() {
    SortedMap<String, Long> before = base.comparable();
    SortedMap<String, Long> after = head.comparable();
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .map(name ->
            new ComparedMetric(name, before.getOrDefault(name, 0L), after.getOrDefault(name, 0L)))
        .toList();
  }

  /** The metrics that differ, the largest change first. */
  public List<ComparedMetric> changes() {
    return metrics().stream()
        .filter(metric -> metric.outcome() != Outcome.SAME)
        .sorted(ComparedMetric.WORST_FIRST)
        .toList();
  }

  public boolean same() {
    return base.metrics().equals(head.metrics()) && base.latencies().equals(head.latencies());
  }

  /** By step, the charges of one I/O that differ: a minus before what is gone, a plus else. */
  public SortedMap<String, List<String>> chargesChanged() {
    SortedSet<String> steps = new TreeSet<>(base.oneIo().keySet());
    steps.addAll(head.oneIo().keySet());
    SortedMap<String, List<String>> changed = new TreeMap<>();
    for (String step : steps) {
      List<String> before = base.oneIo().getOrDefault(step, List.of());
      List<String> after = head.oneIo().getOrDefault(step, List.of());
      if (!before.equals(after)) {
        changed.put(step, difference(before, after));
      }
    }
    return changed;
  }

  private static List<String> difference(List<String> before, List<String> after) {
    SortedSet<String> all = new TreeSet<>(before);
    all.addAll(after);
    return all.stream()
        .filter(charge -> before.contains(charge) != after.contains(charge))
        .map(charge -> (before.contains(charge) ? "- " : "+ ") + charge)
        .toList();
  }
}
