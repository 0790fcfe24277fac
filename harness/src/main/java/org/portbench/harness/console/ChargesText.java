package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portbench.results.exact.ComparedCell;

/**
 * Why cells changed: what one I/O of the first changed one of each strategy was charged for, and is
 * now; strategies that changed alike are told together.
 *
 * @param strategyOf a cell by its id
 */
public record ChargesText(
    List<ComparedCell> changed, Function<String, String> strategyOf, Ink ink) {
  private static final int MOST_STEPS = 6;

  public List<String> lines() {
    Map<SortedMap<String, List<String>>, List<ComparedCell>> alike = new LinkedHashMap<>();
    for (ComparedCell cell : firstOfEachStrategy()) {
      alike.computeIfAbsent(cell.chargesChanged(), _ -> new ArrayList<>()).add(cell);
    }
    List<String> lines = new ArrayList<>();
    alike.forEach((steps, cells) -> {
      lines.addAll(heading(cells));
      steps.entrySet().stream().limit(MOST_STEPS).forEach(step -> add(step, lines));
      if (steps.size() > MOST_STEPS) {
        lines.add("  and " + Counted.of(steps.size() - MOST_STEPS, "step") + " more");
      }
      lines.add("");
    });
    return lines;
  }

  /** Of the changed cells of which an I/O is told. */
  private Iterable<ComparedCell> firstOfEachStrategy() {
    Map<String, ComparedCell> first = new LinkedHashMap<>();
    changed.stream()
        .filter(cell -> !cell.chargesChanged().isEmpty())
        .forEach(cell -> first.putIfAbsent(strategyOf.apply(cell.id()), cell));
    return first.values();
  }

  private List<String> heading(List<ComparedCell> cells) {
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold("One I/O of " + cells.getFirst().id()));
    if (cells.size() > 1) {
      String others =
          cells.stream()
              .skip(1)
              .map(cell -> strategyOf.apply(cell.id()))
              .collect(Collectors.joining(", ", "and alike of ", ""));
      lines.addAll(Wrapped.lines("  ", others));
    }
    return lines;
  }

  private static void add(Map.Entry<String, List<String>> step, List<String> lines) {
    lines.add("  " + step.getKey());
    step.getValue().forEach(charge -> lines.add("    " + charge));
  }
}
