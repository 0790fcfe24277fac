package org.portbench.reports.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.portbench.reports.text.Quantities;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Influence;
import org.portbench.results.Sensitivity;

/** Which estimates of a machine matter for which claim: a panel per claim, a bar per estimate. */
record TornadoChart(List<ClaimVerdict> claims, String machine) implements Chart {
  private static final int BARS = 10;
  private static final double PER_MILLE = 1000;

  @Override
  public String reading() {
    return "Each bar is what the figure becomes with half and with twice the estimate; the dashed"
        + " line is the figure with the estimates as they are. The ten that matter most, on a lean"
        + " form of the cells.";
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels = claims.stream().flatMap(claim -> panel(claim).stream()).toList();
    return Sheets.of(
        "estimates",
        machine,
        "How the figures of the claims swing with the estimates of " + machine,
        panels,
        shown ->
            new Sheet(
                "What estimates of " + machine + " do",
                List.of("the median of a claim’s ratios over all workloads"),
                List.of(
                    new Key("half the estimate", Palette.HALVED),
                    new Key("twice the estimate", Palette.DOUBLED)),
                shown));
  }

  private Optional<Panel> panel(ClaimVerdict claim) {
    Sensitivity sensitivity = claim.sensitivity();
    List<Influence> most = sensitivity.byEffect(machine).stream().limit(BARS).toList();
    if (most.isEmpty()) {
      return Optional.empty();
    }
    double baseline = sensitivity.figuresPerMille().get(machine) / PER_MILLE;
    boolean share = sensitivity.figuresPerMille().values().stream().allMatch(f -> f < PER_MILLE);
    DoubleFunction<String> label = share ? TornadoChart::percent : Quantities::ratio;
    List<Swing> swings = most.stream().map(influence -> swing(claim, influence, baseline)).toList();
    return Optional.of(new TornadoPanel(heading(claim), swings, baseline, label));
  }

  private static List<String> heading(ClaimVerdict claim) {
    List<String> lines = new ArrayList<>();
    lines.add(claim.id() + ": " + claim.headline());
    String figure = claim.sensitivity().figure();
    int against = figure.indexOf(" against ");
    if (against > 0 && Lettering.width(figure, Lettering.SMALL) > TornadoPanel.TEXT_WIDTH) {
      lines.add(figure.substring(0, against));
      lines.add(figure.substring(against + 1));
    } else {
      lines.add(figure);
    }
    return lines;
  }

  /** Ticks may lie between whole percents. */
  private static String percent(double share) {
    BigDecimal tenths = BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP);
    return tenths.stripTrailingZeros().toPlainString() + " %";
  }

  private static Swing swing(ClaimVerdict claim, Influence influence, double baseline) {
    boolean flips = influence.flips(claim.verdict());
    return new Swing(
        influence.name(),
        figure(influence.half(), baseline),
        figure(influence.twice(), baseline),
        flips ? "flips" : influence.movesLimits() ? "limits move" : "",
        flips ? Shade.ALARM : Shade.FAINT_INK);
  }

  private static double figure(Optional<Influence.Change> change, double baseline) {
    return change.stream()
        .flatMapToLong(c -> c.figurePerMille().stream())
        .mapToDouble(figure -> figure / PER_MILLE)
        .findFirst()
        .orElse(baseline);
  }
}
