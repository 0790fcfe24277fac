package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.text.Quantities;
import org.portbench.results.Spread;
import org.portbench.results.TrialResult;

/** The median latency of measured cells, with what repetitions stray from it at most. */
record SpreadTable(List<TrialResult> cells, Ink ink) {

  private record Row(String stack, String workload) {}

  List<String> lines() {
    List<String> strategies = Strategies.ordered(cells.stream());
    Map<Row, Map<String, TrialResult>> rows = new LinkedHashMap<>();
    for (TrialResult cell : cells) {
      rows.computeIfAbsent(
              new Row(cell.identity().stack(), cell.identity().workload()),
              _ -> new LinkedHashMap<>())
          .put(cell.identity().strategy(), cell);
    }
    TextTable table = new TextTable("l" + "rr".repeat(strategies.size()));
    List<String> heading = new ArrayList<>(List.of(""));
    strategies.forEach(strategy -> heading.addAll(List.of(strategy, "")));
    table.row(heading);
    rows.forEach((row, byStrategy) -> {
      List<String> line = new ArrayList<>(List.of(row.workload));
      for (String strategy : strategies) {
        line.addAll(shown(byStrategy.get(strategy)));
      }
      table.row(line);
    });
    return underStacks(List.copyOf(rows.keySet()), table.lines());
  }

  private List<String> underStacks(List<Row> rows, List<String> table) {
    List<String> lines = new ArrayList<>(List.of(ink.bold(table.getFirst())));
    String stack = "";
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).stack.equals(stack)) {
        stack = rows.get(i).stack;
        lines.add(ink.dim(stack));
      }
      lines.add(table.get(i + 1));
    }
    return lines;
  }

  private static List<String> shown(TrialResult cell) {
    if (cell == null) {
      return List.of("", "");
    }
    if (!cell.passed()) {
      return List.of(cell.status().word(), "");
    }
    Spread spread = Spread.ofMedianLatency(cell);
    return List.of(Quantities.time(spread.middle()), "±" + spread.percent() + " %");
  }
}
