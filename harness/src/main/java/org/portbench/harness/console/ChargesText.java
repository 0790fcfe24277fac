package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.portbench.results.exact.ComparedCell;

/**
 * Why cells changed: what one I/O of the first changed one of each strategy was charged for, and is
 * now.
 *
 * @param strategyOf a cell by its id
 */
public record ChargesText(
    List<ComparedCell> changed, Function<String, String> strategyOf, Ink ink) {
  private static final int MOST_STEPS = 6;

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ComparedCell cell : changed) {
      SortedMap<String, List<String>> steps = cell.chargesChanged();
      if (!steps.isEmpty() && told.add(strategyOf.apply(cell.id()))) {
        lines.add(ink.bold("One I/O of " + cell.id()));
        steps.entrySet().stream().limit(MOST_STEPS).forEach(step -> add(step, lines));
        if (steps.size() > MOST_STEPS) {
          lines.add("  and " + Counted.of(steps.size() - MOST_STEPS, "step") + " more");
        }
        lines.add("");
      }
    }
    return lines;
  }

  private static void add(Map.Entry<String, List<String>> step, List<String> lines) {
    lines.add("  " + step.getKey());
    step.getValue().forEach(charge -> lines.add("    " + charge));
  }
}
