package org.portbench.reports.export;

import java.util.Optional;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.DetectableEffect;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.gate.Estimate;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.Stage;
import org.portbench.results.store.CsvRow;

/** A row for each cell of two builds: what its verdict rests on. Shares are of one, not percent. */
final class DuetCsv {
  private static final String HEADER =
      "cell,verdict,baseNs,headNs,ratio,ratioLow,ratioHigh,detectable,noSlowdownAbove\n";

  private DuetCsv() {}

  static String of(DuetReport report) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (JudgedCell cell : DuetVerdicts.of(report).cells()) {
      Optional<Stage> stage =
          Optional.ofNullable(report.verdicts().get(cell.name())).flatMap(DuetCsv::stage);
      csv.append(
          stage
              .map(known -> row(cell, known, report.cells().get(cell.name())))
              .orElseGet(() ->
                  CsvRow.of(cell.name(), cell.judgement().word(), "", "", "", "", "", "", "")));
    }
    return csv.toString();
  }

  private static String row(JudgedCell cell, Stage stage, Rule rule) {
    Estimate estimate = stage.estimate();
    return CsvRow.of(
        cell.name(),
        cell.judgement().word(),
        Decimals.plain(stage.baseNs()),
        Decimals.plain(stage.headNs()),
        Decimals.plain(estimate.ratio()),
        Decimals.plain(estimate.interval().low()),
        Decimals.plain(estimate.interval().high()),
        Decimals.plain(DetectableEffect.of(rule, stage)),
        Decimals.plain(estimate.noSlowdownAbove()));
  }

  private static Optional<Stage> stage(CellVerdict verdict) {
    return switch (verdict) {
      case CellVerdict.Pass(var stage) -> Optional.of(stage);
      case CellVerdict.ImprovementNoted(var stage) -> Optional.of(stage);
      case CellVerdict.Regression(_, var proof) -> Optional.of(proof);
      case CellVerdict.Inconclusive _ -> Optional.empty();
    };
  }
}
