package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.text.Quantities;
import org.portbench.results.TrialResult;

/** What each strategy costs the CPU for one I/O: a panel per workload, a bar per strategy. */
record CpuPerIoChart(MachineResults results, Palette palette) implements Chart {

  @Override
  public String reading() {
    String ceiling = results.comparisons().getFirst().ceiling();
    return "Shorter is better. The dashed line is direct, the "
        + ceiling
        + ": the ceiling. null moves nothing: the floor.";
  }

  @Override
  public List<Picture> pictures() {
    boolean logarithmic = results.charted().stream().anyMatch(CpuPerIoChart::needsLogarithm);
    List<Bar> all = results.charted().stream().flatMap(c -> bars(c).stream()).toList();
    List<Panel> panels = new ArrayList<>();
    for (Comparison comparison : results.charted()) {
      List<Bar> bars = bars(comparison);
      Scale scale =
          logarithmic
              ? BarPanel.logarithmic(all, Quantities::timeTick)
              : BarPanel.linear(bars, Quantities::timeTick);
      panels.add(new BarPanel(results.title(comparison), bars, scale, ceiling(comparison)));
    }
    List<String> how =
        logarithmic
            ? List.of("CPU time per operation, all CPUs together; logarithmic scale")
            : List.of("CPU time per operation, all CPUs together");
    return Sheets.of(
        "cpu-per-io",
        results.machine(),
        "CPU time per operation of each strategy on " + results.machine() + ", by workload",
        panels,
        shown -> new Sheet("CPU time per I/O on " + results.machine(), how, List.of(), shown));
  }

  private static boolean needsLogarithm(Comparison comparison) {
    DoubleSummaryStatistics costs =
        comparison
            .passed()
            .filter(cell -> !cell.identity().strategy().equals(Strategies.FLOOR))
            .mapToDouble(TrialResult::cpuNsPerOperation)
            .filter(ns -> ns > 0)
            .summaryStatistics();
    return costs.getCount() > 0 && Scale.needsLogarithm(costs.getMin(), costs.getMax());
  }

  private static OptionalDouble ceiling(Comparison comparison) {
    return comparison
        .passed(Strategies.CEILING)
        .filter(cell -> cell.cpuNsPerOperation() > 0)
        .map(cell -> OptionalDouble.of((double) cell.cpuNsPerOperation()))
        .orElseGet(OptionalDouble::empty);
  }

  private List<Bar> bars(Comparison comparison) {
    return comparison.cells().stream().map(this::bar).toList();
  }

  private Bar bar(TrialResult cell) {
    String strategy = cell.identity().strategy();
    if (!cell.passed()) {
      return Bar.missing(strategy, cell.status());
    }
    long ns = cell.cpuNsPerOperation();
    return new Bar(
        strategy,
        List.of(new Bar.Segment(ns, palette.strategy(strategy))),
        Quantities.time(ns),
        Shade.INK);
  }
}
