package org.portbench.results.gate.replay;

import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Proportion;

/** How many verdicts were which. */
public record Tally(int passes, int improvements, int regressions, int inconclusive) {
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  public Tally and(CellVerdict verdict) {
    return switch (verdict) {
      case CellVerdict.Pass _ -> plus(new Tally(1, 0, 0, 0));
      case CellVerdict.ImprovementNoted _ -> plus(new Tally(0, 1, 0, 0));
      case CellVerdict.Regression _ -> plus(new Tally(0, 0, 1, 0));
      case CellVerdict.Inconclusive _ -> plus(new Tally(0, 0, 0, 1));
    };
  }

  public Tally plus(Tally other) {
    return new Tally(
        passes + other.passes,
        improvements + other.improvements,
        regressions + other.regressions,
        inconclusive + other.inconclusive);
  }

  /** False alarms where nothing is slower; else the power. */
  public Proportion alarms() {
    return new Proportion(regressions, trials());
  }

  public Proportion alarmsOfDecided() {
    return new Proportion(regressions, trials() - inconclusive);
  }

  public Proportion undecided() {
    return new Proportion(inconclusive, trials());
  }

  public int trials() {
    return passes + improvements + regressions + inconclusive;
  }
}
