package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.CpuTime;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.text.Quantities;
import org.portbench.results.TrialResult;

/** Where the CPU time of one I/O goes: a panel per workload, a stack of categories per strategy. */
record CpuTimeChart(MachineResults results, Palette palette) implements Chart {

  @Override
  public String reading() {
    return "Time of the device, of its DMA and of waiting is left out: no CPU works meanwhile.";
  }

  @Override
  public List<Picture> pictures() {
    List<Comparison> charted = results.charted();
    List<Panel> panels = new ArrayList<>();
    for (Comparison comparison : charted) {
      List<Bar> bars = comparison.cells().stream().map(this::bar).toList();
      Scale scale = BarPanel.linear(bars, Quantities::timeTick);
      panels.add(new BarPanel(results.title(comparison), bars, scale, OptionalDouble.empty()));
    }
    List<Key> keys =
        CpuTime.categories(charted.stream().flatMap(Comparison::passed)).stream()
            .map(category -> new Key(category, palette.category(category)))
            .toList();
    return Sheets.of(
        "cpu-time",
        results.machine(),
        "CPU time per operation by category and strategy on " + results.machine() + ", by workload",
        panels,
        shown ->
            new Sheet(
                "Where the CPU time goes on " + results.machine(),
                List.of("CPU time per operation, by what it was spent on"),
                keys,
                shown));
  }

  private Bar bar(TrialResult cell) {
    String strategy = cell.identity().strategy();
    if (!cell.passed()) {
      return Bar.missing(strategy, cell.status());
    }
    List<Bar.Segment> segments = new ArrayList<>();
    CpuTime.nsPerOperation(cell)
        .forEach((category, ns) -> segments.add(new Bar.Segment(ns, palette.category(category))));
    double total = segments.stream().mapToDouble(Bar.Segment::value).sum();
    return new Bar(strategy, segments, Quantities.time(total), Shade.INK);
  }
}
