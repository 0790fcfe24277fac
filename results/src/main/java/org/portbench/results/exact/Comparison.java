package org.portbench.results.exact;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two runs, cell by cell. A cell is compared with the one of its identity, and with no other.
 *
 * @param cells that both have, by id
 * @param missing only the base has them
 * @param extra only the head has them
 */
public record Comparison(List<ComparedCell> cells, List<String> missing, List<String> extra) {

  public Comparison {
    cells = List.copyOf(cells);
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  public static Comparison of(List<ExactCell> base, List<ExactCell> head) {
    SortedMap<String, ExactCell> before = byId(base);
    SortedMap<String, ExactCell> after = byId(head);
    return new Comparison(
        before.values().stream()
            .filter(cell -> after.containsKey(cell.id()))
            .map(cell -> new ComparedCell(cell, after.get(cell.id())))
            .toList(),
        before.keySet().stream().filter(id -> !after.containsKey(id)).toList(),
        after.keySet().stream().filter(id -> !before.containsKey(id)).toList());
  }

  public boolean complete() {
    return missing.isEmpty() && extra.isEmpty();
  }

  public List<ComparedCell> changed() {
    return cells.stream().filter(cell -> !cell.same()).toList();
  }

  /** How many metrics of all cells ended so. */
  public long count(Outcome outcome) {
    Stream<ComparedCell> asked = outcome == Outcome.SAME ? cells.stream() : changed().stream();
    return asked
        .flatMap(cell -> cell.metrics().stream())
        .filter(metric -> metric.outcome() == outcome)
        .count();
  }

  private static SortedMap<String, ExactCell> byId(List<ExactCell> cells) {
    SortedMap<String, ExactCell> byId = new TreeMap<>();
    cells.forEach(cell -> byId.put(cell.id(), cell));
    return byId;
  }
}
