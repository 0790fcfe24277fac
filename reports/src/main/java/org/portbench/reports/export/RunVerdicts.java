package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.portbench.reports.text.Quantities;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/** What became of the cells of a run that is compared with nothing: whether they ran. */
final class RunVerdicts {
  private static final double PS_PER_S = 1e12;

  private RunVerdicts() {}

  static Verdicts of(RunResult run) {
    List<JudgedCell> cells =
        new ArrayList<>(run.cells().stream().map(RunVerdicts::judged).toList());
    if (!run.complete()) {
      cells.add(
          JudgedCell.of(
              "the run", Judgement.ERROR, "interrupted after " + run.cells().size() + " cells"));
    }
    return new Verdicts(
        "run of " + run.experiment(),
        Optional.ofNullable(run.environment().get("startedAt")),
        run.claims().stream()
            .map(claim ->
                "%s %s: %s".formatted(claim.id(), claim.verdict().words(), claim.headline()))
            .toList(),
        cells);
  }

  private static JudgedCell judged(TrialResult cell) {
    return switch (cell.status()) {
      case PASSED ->
          new JudgedCell(
              cell.id(),
              Judgement.PASSED,
              words(cell),
              List.of(),
              0,
              OptionalDouble.of(cell.elapsedPs() / PS_PER_S));
      case FAILED -> JudgedCell.of(cell.id(), Judgement.ERROR, cell.reason());
      case SKIPPED -> JudgedCell.of(cell.id(), Judgement.SKIPPED, cell.reason());
    };
  }

  private static String words(TrialResult cell) {
    return "%s of CPU time an I/O, %s from request to reply%s"
        .formatted(
            Quantities.time(cell.cpuNsPerOperation()),
            Quantities.time(cell.latencyNs().mean()),
            cell.saturated() ? "; saturated" : "");
  }
}
