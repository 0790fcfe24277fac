package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.portbench.reports.text.Quantities;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ComparedCell;
import org.portbench.results.agreement.Spot;

/** Latency by size as measured and as the model predicts it, strategy by strategy. */
record TiersChart(Agreement agreement, Palette palette) implements Chart {
  private static final int PLOT_HEIGHT = 190;
  private static final int LABELLED_POWERS = 2;

  @Override
  public String reading() {
    return "Lines with marks are measured, broken ones (≈) of the same colour are the model's."
        + " Both scales are logarithmic.";
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels = new ArrayList<>();
    agreement
        .bySpot()
        .forEach((spot, cells) -> {
          List<ComparedCell> compared = cells.stream().filter(ComparedCell::compared).toList();
          if (!compared.isEmpty()) {
            panels.add(panel(spot, compared));
          }
        });
    return Sheets.of(
        "tiers",
        agreement.machine(),
        "Latency of each strategy by size, measured and predicted",
        panels,
        shown ->
            new Sheet(
                "The model against this machine",
                List.of("latency (up) by size of the request; ≈ and broken: model"),
                List.of(),
                shown));
  }

  private Panel panel(Spot spot, List<ComparedCell> cells) {
    Map<String, List<ComparedCell>> byStrategy = new LinkedHashMap<>();
    cells.forEach(
        cell -> byStrategy.computeIfAbsent(cell.strategy(), _ -> new ArrayList<>()).add(cell));
    List<Curve> curves = new ArrayList<>();
    byStrategy.forEach((strategy, own) -> {
      List<Curve.Point> measured = points(own, cell -> cell.measured().orElseThrow().ns());
      Look look = palette.look(strategy);
      curves.add(
          new Curve(strategy, new Look(look.shade(), look.mark(), Dash.SOLID), measured, measured));
    });
    byStrategy.forEach((strategy, own) -> {
      List<Curve.Point> predicted = points(own, cell -> cell.predictedNs().orElseThrow());
      Look look = palette.look(strategy);
      Look broken = new Look(look.shade(), look.mark(), Dash.SHORT);
      curves.add(new Curve(strategy + " ≈", broken, predicted, List.of()));
    });
    double smallest = Double.MAX_VALUE;
    double largest = 1;
    double least = Double.MAX_VALUE;
    double most = 1;
    for (Curve.Point point : curves.stream().flatMap(c -> c.points().stream()).toList()) {
      smallest = Math.min(smallest, point.y());
      largest = Math.max(largest, point.y());
      least = Math.min(least, point.x());
      most = Math.max(most, point.x());
    }
    double bottom = Math.max(1, smallest / 1.2);
    double top = largest * 1.2;
    return new CurvePanel(
        spot.words(),
        "size",
        curves,
        List.of(),
        new Scale(
            least,
            Math.max(most, 2 * least),
            true,
            Tick.powersOfTwo(least, most, LABELLED_POWERS, Quantities::bytes)),
        new Scale(bottom, top, true, Tick.decades(bottom, top, Quantities::timeTick)),
        PLOT_HEIGHT);
  }

  private static List<Curve.Point> points(
      List<ComparedCell> cells, Function<ComparedCell, Long> latency) {
    return cells.stream()
        .map(cell -> new Curve.Point((double) cell.sizeBytes(), (double) latency.apply(cell)))
        .toList();
  }
}
