package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.compare.Sweep;
import org.portbench.reports.text.Quantities;

/** What each strategy costs against direct, over a parameter. */
record RatioChart(String kind, String name, List<Sweep> sweeps, Palette palette) implements Chart {
  private static final int PLOT_HEIGHT = 200;
  private static final double ROOM = 1.15;

  /** The whole argument in one picture: of each machine the longest sweep. */
  static RatioChart overview(List<MachineResults> machines, List<Sweep> all, Palette palette) {
    List<Sweep> longest = machines.stream().flatMap(machine -> longest(machine.sweeps())).toList();
    List<Sweep> shown =
        longest.isEmpty()
            ? all.stream().filter(RatioChart::isOfMachines).limit(1).toList()
            : longest;
    String by =
        shown.stream()
            .map(sweep -> sweep.parameter().word())
            .distinct()
            .collect(Collectors.joining(" "));
    return new RatioChart("overview", "by " + by, shown, palette);
  }

  /** A machine's longest sweep over numbers, of layers that leave the data alone. */
  private static Stream<Sweep> longest(List<Sweep> sweeps) {
    return sweeps.stream()
        .filter(sweep -> sweep.parameter().isNumber())
        .filter(sweep -> !sweep.first().comparison().layersTouchData())
        .filter(sweep -> sweep.strategies().contains(Strategies.CEILING))
        .max(Comparator.comparingInt(sweep -> sweep.steps().size()))
        .stream();
  }

  private static boolean isOfMachines(Sweep sweep) {
    return sweep.parameter() == Parameter.MACHINE;
  }

  @Override
  public String reading() {
    String machines =
        sweeps.stream()
            .filter(RatioChart::isOfMachines)
            .limit(1)
            .flatMap(sweep -> sweep.steps().stream().map(Sweep.Step::value))
            .collect(Collectors.joining(", "));
    return "A strategy at ×1 costs as much CPU time as the same "
        + ceiling()
        + "."
        + (machines.isEmpty() ? "" : " The machines from left to right: " + machines + ".");
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels =
        sweeps.stream()
            .map(this::panel)
            .filter(panel -> !panel.curves().isEmpty())
            .map(Panel.class::cast)
            .toList();
    String by =
        sweeps.stream()
            .map(sweep -> sweep.parameter().axis())
            .distinct()
            .collect(Collectors.joining(", "));
    return Sheets.of(
        kind,
        name,
        "CPU time per operation against the " + ceiling() + ", by " + by,
        panels,
        shown ->
            new Sheet(
                "CPU time against the " + ceiling(),
                List.of("how many times as much as direct (up), by " + by),
                List.of(),
                shown));
  }

  private String ceiling() {
    return sweeps.stream()
        .map(sweep -> sweep.first().comparison().ceiling())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private CurvePanel panel(Sweep sweep) {
    SweepLines lines = new SweepLines(sweep, palette);
    List<Curve> curves = lines.againstDirect();
    List<Double> ratios = new ArrayList<>(List.of(1.0));
    curves.forEach(curve -> curve.points().forEach(point -> ratios.add(point.y())));
    double bottom = ratios.stream().min(Double::compare).orElseThrow() / ROOM;
    double top = ratios.stream().max(Double::compare).orElseThrow() * ROOM;
    return new CurvePanel(
        sweep.heading(),
        sweep.parameter().axis(),
        curves,
        List.of(),
        lines.across(),
        new Scale(bottom, top, true, Tick.decades(bottom, top, Quantities::ratio)),
        PLOT_HEIGHT);
  }
}
