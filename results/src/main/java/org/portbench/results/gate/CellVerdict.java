package org.portbench.results.gate;

/** What the wall clock says about a cell. */
public sealed interface CellVerdict {

  /** Not slower by more than the margin, as far as these blocks can tell. */
  record Pass(Stage stage) implements CellVerdict {}

  /** Passes, and is faster by more than the margin. */
  record ImprovementNoted(Stage stage) implements CellVerdict {}

  /** Slower by more than the margin, as fresh blocks confirm. */
  record Regression(Stage suspicion, Stage proof) implements CellVerdict {}

  record Inconclusive(Doubt doubt) implements CellVerdict {}

  /** One sentence, with the numbers that the verdict rests on. */
  default String words(Rule rule) {
    return Words.of(this, rule);
  }

  /** A control that fired takes the ground from every verdict; one without result, from alarms. */
  default CellVerdict under(Control control) {
    return switch (this) {
      case Inconclusive _ -> this;
      case Regression _ when control == Control.UNDECIDED ->
          new Inconclusive(new Doubt.ControlUndecided(this));
      case Pass _, ImprovementNoted _, Regression _ ->
          control == Control.FIRED ? new Inconclusive(new Doubt.ControlFired(this)) : this;
    };
  }
}
