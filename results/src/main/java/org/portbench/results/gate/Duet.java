package org.portbench.results.gate;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The two stages of a cell: blocks for a suspicion, and fresh ones for proof. */
public final class Duet {
  private final DuetCell cell;
  private final RandomGenerator chance;
  private final BooleanSupplier timeLeft;

  /**
   * @param chance draws the order of each block
   * @param timeLeft whether another block may start
   */
  public Duet(DuetCell cell, RandomGenerator chance, BooleanSupplier timeLeft) {
    this.cell = cell;
    this.chance = chance;
    this.timeLeft = timeLeft;
  }

  public Finding first() {
    return switch (measure()) {
      case Measured.TooLittle(var doubt) -> decided(new CellVerdict.Inconclusive(doubt));
      case Measured.Enough(var stage) when suspicious(stage.slower()) ->
          new Finding.Suspected(stage);
      case Measured.Enough(var stage) when proven(stage.faster()) ->
          decided(new CellVerdict.ImprovementNoted(stage));
      case Measured.Enough(var stage) -> decided(new CellVerdict.Pass(stage));
    };
  }

  /** On a suspicion, the verdict is that of fresh blocks alone. */
  public CellVerdict second(Finding first) {
    return switch (first) {
      case Finding.Decided(var verdict) -> verdict;
      case Finding.Suspected(var suspicion) ->
          switch (measure()) {
            case Measured.TooLittle(var doubt) -> new CellVerdict.Inconclusive(doubt);
            case Measured.Enough(var fresh) when proven(fresh.slower()) ->
                new CellVerdict.Regression(suspicion, fresh);
            case Measured.Enough(var fresh) -> new CellVerdict.Pass(fresh);
          };
    };
  }

  /** The same two stages, where neither side may be found slower than the other. */
  public Control asControl() {
    if (!(measure() instanceof Measured.Enough(var stage))) {
      return Control.UNDECIDED;
    }
    boolean slower = suspicious(stage.slower());
    if (!slower && !suspicious(stage.faster())) {
      return Control.QUIET;
    }
    return switch (measure()) {
      case Measured.TooLittle _ -> Control.UNDECIDED;
      case Measured.Enough(var fresh) ->
          proven(slower ? fresh.slower() : fresh.faster()) ? Control.FIRED : Control.QUIET;
    };
  }

  private Measured measure() {
    return Measured.of(cell, chance, timeLeft);
  }

  private boolean suspicious(double probability) {
    return probability < cell.rule().suspicion();
  }

  private boolean proven(double probability) {
    return probability < cell.rule().proof();
  }

  private static Finding decided(CellVerdict verdict) {
    return new Finding.Decided(verdict);
  }
}
