package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.portbench.reports.compare.Crossover;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.SizeSweep;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.text.Quantities;

/** CPU time per I/O by the size of the I/O, with the sizes at which the answer changes. */
record CostBySizeChart(MachineResults results, Palette palette) implements Chart {
  private static final int STEPS_BETWEEN = 8;
  private static final int PLOT_HEIGHT = 250;
  private static final int FLAGS = 8;

  @Override
  public String reading() {
    return "A ring marks where copying starts or stops to pay, or where the cheapest strategy"
        + " changes. Between measured sizes (dots) costs are taken as straight in size.";
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels = new ArrayList<>();
    for (SizeSweep sweep : results.sweeps()) {
      List<Curve> curves =
          sweep.strategies().stream()
              .map(strategy -> curve(strategy, sweep.cpuNsBySize(strategy)))
              .filter(curve -> curve.points().size() > 1)
              .toList();
      if (!curves.isEmpty()) {
        panels.add(panel(sweep, curves));
      }
    }
    return Sheets.of(
        "cost-by-size",
        results.machine(),
        "CPU time per operation by size for each strategy on " + results.machine(),
        panels,
        shown ->
            new Sheet(
                "Cost against size on " + results.machine(),
                List.of("CPU time per operation (up) by size of the operation (across)"),
                List.of(),
                shown));
  }

  private Panel panel(SizeSweep sweep, List<Curve> curves) {
    List<Curve.Point> points = curves.stream().flatMap(c -> c.points().stream()).toList();
    double smallest = points.stream().mapToDouble(Curve.Point::y).min().orElseThrow() / 1.25;
    double largest = points.stream().mapToDouble(Curve.Point::y).max().orElseThrow() * 1.25;
    double from = sweep.bySize().firstKey() / 1.1;
    double to = sweep.bySize().lastKey() * 1.1;
    int doublings = Math.getExponent(to / from);
    return new CurvePanel(
        sweep.workload() + (results.severalStacks() ? " · " + sweep.stack() : ""),
        "size of one operation",
        curves,
        sweep.tellingCrossovers().stream()
            .filter(crossover -> crossover.costNs() > 0)
            .limit(FLAGS)
            .map(CostBySizeChart::flag)
            .toList(),
        new Scale(
            from, to, true, Tick.powersOfTwo(from, to, doublings > 7 ? 2 : 1, Quantities::bytes)),
        new Scale(smallest, largest, true, Tick.decades(smallest, largest, Quantities::timeTick)),
        PLOT_HEIGHT);
  }

  private static Flag flag(Crossover crossover) {
    return new Flag(
        crossover.sizeBytes(),
        crossover.costNs(),
        crossover.below()
            + " = "
            + crossover.above()
            + " at "
            + Quantities.bytes(crossover.sizeBytes()));
  }

  private Curve curve(String strategy, NavigableMap<Long, Long> cpuNsBySize) {
    List<Curve.Point> measured =
        cpuNsBySize.entrySet().stream()
            .filter(entry -> entry.getKey() > 0 && entry.getValue() > 0)
            .map(CostBySizeChart::point)
            .toList();
    return new Curve(
        strategy,
        palette.strategy(strategy),
        !Strategies.contender(strategy),
        filled(measured),
        measured);
  }

  private static Curve.Point point(Map.Entry<Long, Long> entry) {
    return new Curve.Point(entry.getKey(), entry.getValue());
  }

  /** Straight between sizes on linear scales, which is a bow on these. */
  private static List<Curve.Point> filled(List<Curve.Point> measured) {
    return Stream.iterate(1, i -> i < measured.size(), i -> i + 1)
        .<Curve.Point>mapMulti((i, points) -> {
          Curve.Point from = measured.get(i - 1);
          Curve.Point to = measured.get(i);
          for (int step = i == 1 ? 0 : 1; step <= STEPS_BETWEEN; step++) {
            double share = (double) step / STEPS_BETWEEN;
            points.accept(
                new Curve.Point(
                    from.x() + share * (to.x() - from.x()),
                    from.y() + share * (to.y() - from.y())));
          }
        })
        .toList();
  }
}
