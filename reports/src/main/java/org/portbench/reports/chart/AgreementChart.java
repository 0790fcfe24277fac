package org.portbench.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.reports.text.Quantities;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetResult;
import org.portbench.results.validation.Tolerance;
import org.portbench.results.validation.Validation;

/** What the model says by what was published, for each figure that is not a mere sign. */
record AgreementChart(Validation validation, Palette palette) implements Chart {
  private static final double LEAST_RANGE = 2;
  private static final double WIDEST_RANGE = 10;
  private static final double ROOM = 1.15;

  @Override
  public String reading() {
    return "On the line at ×1 the model says what was published; the grey range is near enough."
        + " Rings are shown and not counted; what is off by more than ten is at the edge. Signs,"
        + " which are right or wrong, are not drawn.";
  }

  @Override
  public List<Picture> pictures() {
    Map<String, List<AgreementPanel.Dot>> tables = new LinkedHashMap<>();
    validation.byTable().forEach((table, targets) -> tables.put(table, dots(targets)));
    tables.values().removeIf(List::isEmpty);
    Scale scale = scale(tables.values().stream().flatMap(List::stream).toList());
    List<Panel> panels = new ArrayList<>();
    tables.forEach((table, dots) -> panels.add(new AgreementPanel(table, dots, scale)));
    return Sheets.of(
        "validation",
        "model",
        "What the model says by what was published, for each figure",
        panels,
        shown ->
            new Sheet(
                "The model against published figures",
                List.of("model ÷ published, logarithmic scale"),
                keys(),
                shown));
  }

  private List<Key> keys() {
    return List.of(
        new Key("composition", shade(TargetKind.COMPOSITION)),
        new Key("prediction", shade(TargetKind.PREDICTION)),
        new Key("unpredictable", shade(TargetKind.UNPREDICTABLE)));
  }

  private List<AgreementPanel.Dot> dots(List<TargetResult> targets) {
    return targets.stream()
        .filter(target -> target.errorPercent().isPresent() && target.predicted().orElse(0) > 0)
        .map(this::dot)
        .toList();
  }

  private AgreementPanel.Dot dot(TargetResult target) {
    double ratio = (double) target.predicted().orElseThrow() / target.expected();
    double from =
        switch (target.tolerance()) {
          case Tolerance.Percent p -> 1 - p.most() / 100.0;
          case Tolerance.PowerOfTwo _, Tolerance.Same _ -> 0.5;
        };
    double to = 1 + target.tolerance().percent().orElse(BigDecimal.ZERO).doubleValue() / 100;
    return new AgreementPanel.Dot(
        target.id(), ratio, from, to, shade(target.kind()), target.counted());
  }

  /** In the strategies' colours, which have shades for the dark. */
  private Shade shade(TargetKind kind) {
    return palette.strategy(
        switch (kind) {
          case COMPOSITION -> "registered";
          case PREDICTION -> "vm-object";
          case SIGN, UNPREDICTABLE -> "null";
        });
  }

  private static Scale scale(List<AgreementPanel.Dot> dots) {
    double range = LEAST_RANGE;
    for (AgreementPanel.Dot dot : dots) {
      range = Math.max(range, Math.max(dot.ratio(), 1 / dot.ratio()));
    }
    double max = Math.min(range, WIDEST_RANGE) * ROOM;
    double min = 1 / max;
    return new Scale(min, max, true, Tick.decades(min, max, v -> "×" + Quantities.mean(v)));
  }
}
