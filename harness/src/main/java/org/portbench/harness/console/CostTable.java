package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.text.Quantities;
import org.portbench.results.CellIdentity;
import org.portbench.results.TrialResult;

/**
 * CPU time per operation on one machine: a row for each workload, a column for each strategy. Where
 * there are many strategies, what is compared with the in-kernel stack is not shown in time too.
 */
record CostTable(String machine, List<TrialResult> cells, Ink ink) {
  private static final int MOST_SHOWN_TWICE = 6;

  private record Row(String stack, String workload, long operations) {
    static Row of(CellIdentity cell) {
      return new Row(cell.stack(), cell.workload(), cell.operations());
    }
  }

  static List<CostTable> of(List<TrialResult> cells, Ink ink) {
    Map<String, List<TrialResult>> byMachine = new LinkedHashMap<>();
    for (TrialResult cell : cells) {
      byMachine.computeIfAbsent(cell.identity().machine(), _ -> new ArrayList<>()).add(cell);
    }
    return byMachine.entrySet().stream()
        .map(entry -> new CostTable(entry.getKey(), entry.getValue(), ink))
        .toList();
  }

  List<String> lines() {
    List<String> strategies = Strategies.ordered(cells.stream());
    Map<Row, Map<String, TrialResult>> rows = new LinkedHashMap<>();
    for (TrialResult cell : byStack()) {
      rows.computeIfAbsent(Row.of(cell.identity()), _ -> new LinkedHashMap<>())
          .put(cell.identity().strategy(), cell);
    }
    boolean brief = strategies.size() > MOST_SHOWN_TWICE;
    TextTable table = new TextTable("l" + (brief ? "r" : "rl").repeat(strategies.size()));
    table.row(brief ? briefHeading(strategies) : heading(strategies));
    rows.forEach((row, byStrategy) ->
        table.row(
            brief
                ? briefRow(row.workload, byStrategy, strategies)
                : row(row.workload, byStrategy, strategies)));
    return underStacks(List.copyOf(rows.keySet()), table.lines());
  }

  /** In the order of the run, but all cells of a stack together. */
  private List<TrialResult> byStack() {
    List<String> stacks = cells.stream().map(cell -> cell.identity().stack()).distinct().toList();
    return cells.stream()
        .sorted(Comparator.comparingInt(cell -> stacks.indexOf(cell.identity().stack())))
        .toList();
  }

  /** Where there are several stacks, each names itself above its rows. */
  private List<String> underStacks(List<Row> rows, List<String> table) {
    boolean several = rows.stream().map(Row::stack).distinct().count() > 1;
    List<String> lines = new ArrayList<>(List.of(ink.bold(table.getFirst())));
    String stack = "";
    for (int i = 0; i < rows.size(); i++) {
      if (several && !rows.get(i).stack.equals(stack)) {
        stack = rows.get(i).stack;
        lines.add(ink.dim(stack));
      }
      lines.add(table.get(i + 1));
    }
    return lines;
  }

  private List<String> heading(List<String> strategies) {
    List<String> heading = new ArrayList<>(List.of(machine));
    for (String strategy : strategies) {
      heading.add(strategy);
      heading.add("");
    }
    return heading;
  }

  private List<String> briefHeading(List<String> strategies) {
    List<String> heading = new ArrayList<>(List.of(machine));
    heading.addAll(strategies);
    return heading;
  }

  private static List<String> briefRow(
      String name, Map<String, TrialResult> byStrategy, List<String> strategies) {
    List<String> full = row(name, byStrategy, strategies);
    List<String> brief = new ArrayList<>(List.of(name));
    for (int i = 1; i < full.size(); i += 2) {
      brief.add(full.get(i + 1).isEmpty() ? full.get(i) : full.get(i + 1));
    }
    return brief;
  }

  private static List<String> row(
      String name, Map<String, TrialResult> byStrategy, List<String> strategies) {
    Optional<TrialResult> ceiling =
        Optional.ofNullable(byStrategy.get(Strategies.CEILING)).filter(TrialResult::passed);
    List<String> row = new ArrayList<>(List.of(name));
    for (String strategy : strategies) {
      Optional<TrialResult> cell = Optional.ofNullable(byStrategy.get(strategy));
      row.add(cell.map(CostTable::cost).orElse(""));
      row.add(cell.map(c -> beside(c, ceiling)).orElse(""));
    }
    return row;
  }

  private static String cost(TrialResult cell) {
    return cell.passed() ? Quantities.time(cell.cpuNsPerOperation()) : cell.status().word();
  }

  /** How it compares, where both kept up with what arrived. */
  private static String beside(TrialResult cell, Optional<TrialResult> ceiling) {
    if (cell.saturated()) {
      return "saturated";
    }
    boolean itself = cell.identity().strategy().equals(Strategies.CEILING);
    return ceiling
        .filter(direct -> cell.passed() && !itself && !direct.saturated())
        .map(direct -> ratio(cell, direct))
        .orElse("");
  }

  private static String ratio(TrialResult cell, TrialResult ceiling) {
    return Quantities.ratio(
        (double) cell.cpuNsPerOperation() / Math.max(1, ceiling.cpuNsPerOperation()));
  }
}
