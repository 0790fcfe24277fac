package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.SizeSweep;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.text.Quantities;

/**
 * The whole argument in one picture: what each strategy costs against an in-kernel stack, by size.
 */
record OverviewChart(List<MachineResults> machines, Palette palette) implements Chart {
  private static final int PLOT_HEIGHT = 200;
  private static final double ROOM = 1.15;

  @Override
  public String reading() {
    return "A strategy at ×1 costs as much CPU time as the same stack in the kernel.";
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels = new ArrayList<>();
    for (MachineResults machine : machines) {
      longest(machine)
          .map(this::panel)
          .filter(panel -> !panel.curves().isEmpty())
          .forEach(panels::add);
    }
    return Sheets.of(
        "overview",
        "by-size",
        "CPU time per operation against the in-kernel stack, by size, on each machine",
        panels,
        shown ->
            new Sheet(
                "CPU time against the in-kernel stack",
                List.of("how many times as much as direct (up), by size of the operation (across)"),
                List.of(),
                shown));
  }

  /** A machine's longest sweep, of layers that leave the data alone. */
  private static Stream<SizeSweep> longest(MachineResults machine) {
    return machine.sweeps().stream()
        .filter(sweep -> sweep.bySize().values().stream().noneMatch(Comparison::layersTouchData))
        .filter(sweep -> sweep.strategies().contains(Strategies.CEILING))
        .max(Comparator.comparingInt(sweep -> sweep.bySize().size()))
        .stream();
  }

  private CurvePanel panel(SizeSweep sweep) {
    NavigableMap<Long, Long> ceiling = sweep.cpuNsBySize(Strategies.CEILING);
    List<Curve> curves =
        sweep.strategies().stream()
            .filter(strategy -> !strategy.equals(Strategies.FLOOR))
            .map(strategy -> curve(strategy, sweep.cpuNsBySize(strategy), ceiling))
            .filter(curve -> curve.points().size() > 1)
            .toList();
    double highest =
        curves.stream()
            .flatMap(c -> c.points().stream())
            .mapToDouble(Curve.Point::y)
            .max()
            .orElse(1);
    double from = sweep.bySize().firstKey() / ROOM;
    double to = sweep.bySize().lastKey() * ROOM;
    double top = highest * ROOM;
    return new CurvePanel(
        sweep.machine() + " · " + sweep.workload() + " · " + sweep.stack(),
        "size of one operation",
        curves,
        List.of(),
        new Scale(from, to, true, Tick.powersOfTwo(from, to, 2, Quantities::bytes)),
        new Scale(1 / ROOM, top, true, Tick.powersOfTwo(1, top, 1, Quantities::ratio)),
        PLOT_HEIGHT);
  }

  private Curve curve(
      String strategy, NavigableMap<Long, Long> cpuNs, NavigableMap<Long, Long> ceiling) {
    List<Curve.Point> points =
        cpuNs.entrySet().stream()
            .filter(entry -> ceiling.getOrDefault(entry.getKey(), 0L) > 0)
            .map(entry ->
                new Curve.Point(
                    entry.getKey(), (double) entry.getValue() / ceiling.get(entry.getKey())))
            .toList();
    return new Curve(
        strategy, palette.strategy(strategy), !Strategies.contender(strategy), points, points);
  }
}
