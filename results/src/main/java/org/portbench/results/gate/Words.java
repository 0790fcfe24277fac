package org.portbench.results.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A verdict in one sentence. */
final class Words {
  private Words() {}

  static String of(CellVerdict verdict, Rule rule) {
    return switch (verdict) {
      case CellVerdict.Pass(var stage) ->
          "no slowdown above " + most(stage) + "; " + figures(stage, rule);
      case CellVerdict.ImprovementNoted(var stage) -> "faster; " + figures(stage, rule);
      case CellVerdict.Regression(_, var proof) ->
          "slower by more than " + percent(rule.margin()) + "; " + figures(proof, rule);
      case CellVerdict.Inconclusive(var doubt) -> of(doubt);
    };
  }

  private static String of(Doubt doubt) {
    return switch (doubt) {
      case Doubt.Failed(String why) -> "failed: " + why;
      case Doubt.Lacking(String why) -> "not comparable: " + why;
      case Doubt.TooFewCleanBlocks(int clean, int measured, int needed) ->
          inconclusive("clean blocks: " + clean + " of " + measured + ", needed: " + needed);
      case Doubt.OutOfTime(int clean, int measured, int needed) ->
          inconclusive(
              "out of time; clean blocks: " + clean + " of " + measured + ", needed: " + needed);
      case Doubt.ControlFired _ -> inconclusive("the base differs from itself");
      case Doubt.ControlUndecided _ ->
          inconclusive("slower, but nothing is known of the base against itself");
    };
  }

  private static String inconclusive(String why) {
    return "inconclusive: " + why;
  }

  private static String figures(Stage stage, Rule rule) {
    Estimate estimate = stage.estimate();
    return "ratio %s (%s to %s); finds slowdowns of %s"
        .formatted(
            ratio(estimate.ratio()),
            ratio(estimate.interval().low()),
            ratio(estimate.interval().high()),
            percent(DetectableEffect.of(rule, stage)));
  }

  private static String most(Stage stage) {
    return percent(stage.estimate().noSlowdownAbove());
  }

  private static String ratio(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Rounded up: what is claimed of a limit holds. What comes of reckoning in binary is not. */
  private static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(9, RoundingMode.HALF_EVEN)
            .setScale(1, RoundingMode.CEILING)
        + " %";
  }
}
