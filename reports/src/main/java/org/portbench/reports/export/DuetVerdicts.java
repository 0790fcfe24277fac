package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.DuetRun;
import org.portbench.results.gate.Rule;

/** What the wall clock says about two builds. */
public final class DuetVerdicts {
  private DuetVerdicts() {}

  /**
   * @param title what is compared
   * @param rules by the names of the cells
   */
  public static Verdicts of(String title, DuetRun run, Map<String, Rule> rules) {
    List<JudgedCell> cells = new ArrayList<>();
    run.verdicts()
        .forEach((name, verdict) ->
            cells.add(
                new JudgedCell(
                    name,
                    judgement(verdict),
                    verdict.words(rules.get(name)),
                    List.of(),
                    size(verdict),
                    OptionalDouble.empty())));
    String control =
        switch (run.control()) {
          case QUIET -> "the base against itself: no difference found";
          case FIRED -> "the base against itself: found different";
          case UNDECIDED -> "the base against itself: nothing is known";
        };
    return new Verdicts(title, Optional.empty(), List.of(control), cells);
  }

  private static Judgement judgement(CellVerdict verdict) {
    return switch (verdict) {
      case CellVerdict.Pass _, CellVerdict.ImprovementNoted _ -> Judgement.PASSED;
      case CellVerdict.Regression _ -> Judgement.FAILED;
      case CellVerdict.Inconclusive _ -> Judgement.INCONCLUSIVE;
    };
  }

  private static double size(CellVerdict verdict) {
    return verdict instanceof CellVerdict.Regression(_, var proof) ? proof.estimate().ratio() : 0;
  }
}
