package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.DuetReport;

/** What the wall clock says about two builds: a cell that nobody could judge is no pass. */
final class DuetVerdicts {
  private DuetVerdicts() {}

  static Verdicts of(DuetReport report) {
    List<JudgedCell> cells = new ArrayList<>();
    report
        .cells()
        .forEach((name, rule) -> {
          CellVerdict verdict = report.verdicts().get(name);
          cells.add(
              verdict == null
                  ? JudgedCell.of(name, Judgement.INCONCLUSIVE, "not measured to its end")
                  : new JudgedCell(
                      name,
                      judgement(verdict),
                      verdict.words(rule),
                      List.of(),
                      size(verdict),
                      OptionalDouble.empty()));
        });
    return new Verdicts(
        "gate duet",
        Optional.ofNullable(report.environment().get("startedAt")),
        List.of(
            "base: " + report.base(),
            "head: " + report.head(),
            "the base against itself: "
                + report.control().map(DuetVerdicts::words).orElse("not measured")),
        cells);
  }

  private static String words(Control control) {
    return switch (control) {
      case QUIET -> "no difference found";
      case FIRED -> "a difference was found, so nothing is concluded";
      case UNDECIDED -> "not decided, so nothing counts as slower";
    };
  }

  private static Judgement judgement(CellVerdict verdict) {
    return switch (verdict) {
      case CellVerdict.Pass _, CellVerdict.ImprovementNoted _ -> Judgement.PASSED;
      case CellVerdict.Regression _ -> Judgement.FAILED;
      case CellVerdict.Inconclusive(Doubt.Failed _) -> Judgement.ERROR;
      case CellVerdict.Inconclusive(Doubt.Lacking _) -> Judgement.ERROR;
      case CellVerdict.Inconclusive _ -> Judgement.INCONCLUSIVE;
    };
  }

  private static double size(CellVerdict verdict) {
    return verdict instanceof CellVerdict.Regression(_, var proof) ? proof.estimate().ratio() : 0;
  }
}
