package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.compare.Crossover;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Sweep;

/**
 * A number over a parameter, a line for each strategy, with the places at which the answer changes.
 *
 * @param verticals the numbers, a panel for each
 */
record SweepChart(String machine, List<Sweep> sweeps, List<Vertical> verticals, Palette palette)
    implements Chart {
  private static final int PLOT_HEIGHT = 230;
  private static final int FLAGS = 6;

  @Override
  public String reading() {
    return verticals.contains(Vertical.CPU_TIME)
        ? "A ring marks where the cheapest strategy changes, or where those of the argument"
            + " meet; the table below has all that copying meets. Between measured values (marks)"
            + " costs are taken as straight."
        : "A mark is a measured value.";
  }

  @Override
  public List<Picture> pictures() {
    Parameter parameter = sweeps.getFirst().parameter();
    List<Panel> panels = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      for (Vertical vertical : verticals) {
        List<Curve> curves = new SweepLines(sweep, palette).of(vertical);
        if (!curves.isEmpty()) {
          panels.add(panel(sweep, vertical, curves));
        }
      }
    }
    String what = verticals.size() == 1 ? "Cost" : "Rate, latency, cost";
    return Sheets.of(
        "cost-by-" + parameter.word(),
        machine,
        what + " of each strategy by " + parameter.word() + " on " + machine,
        panels,
        shown ->
            new Sheet(
                what + " by " + parameter.word() + " on " + machine,
                List.of(reading(parameter)),
                List.of(),
                shown));
  }

  private String reading(Parameter parameter) {
    return verticals.size() == 1
        ? verticals.getFirst().words() + " (up) by " + parameter.axis()
        : "What each panel names (up) by " + parameter.axis();
  }

  private Panel panel(Sweep sweep, Vertical vertical, List<Curve> curves) {
    List<Curve.Point> points = curves.stream().flatMap(c -> c.points().stream()).toList();
    double smallest = points.stream().mapToDouble(Curve.Point::y).min().orElseThrow();
    double largest = points.stream().mapToDouble(Curve.Point::y).max().orElseThrow();
    return new CurvePanel(
        sweep.title() + (verticals.size() == 1 ? "" : ": " + vertical.words()),
        sweep.parameter().axis(),
        curves,
        vertical == Vertical.CPU_TIME ? flags(sweep) : List.of(),
        new SweepLines(sweep, palette).across(),
        Scale.upward(smallest, largest, vertical::tick),
        PLOT_HEIGHT);
  }

  private static List<Flag> flags(Sweep sweep) {
    return sweep.centralCrossovers().stream()
        .filter(crossover -> crossover.costNs() > 0)
        .limit(FLAGS)
        .map(crossover -> flag(sweep.parameter(), crossover))
        .toList();
  }

  private static Flag flag(Parameter parameter, Crossover crossover) {
    String where = parameter == Parameter.SIZE ? " at " + parameter.boundary(crossover.at()) : "";
    return new Flag(
        crossover.at(), crossover.costNs(), crossover.below() + " = " + crossover.above() + where);
  }
}
