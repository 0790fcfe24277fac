package org.portbench.reports.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.portbench.results.RunResult;
import org.portbench.results.exact.Comparison;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.store.ResultsCsv;

/**
 * What can be given out of a run or a comparison; a text is made when it is asked for.
 *
 * @param verdicts for the formats that tell of cells
 * @param numbers by format, for those that tell of numbers
 */
public record Exports(Verdicts verdicts, Map<Format, Supplier<String>> numbers) {
  public static final List<Format> OF_A_RUN = List.of(Format.values());
  public static final List<Format> OF_A_COMPARISON =
      List.of(Format.JUNIT, Format.GITHUB, Format.CSV);

  public Exports {
    numbers = Map.copyOf(numbers);
  }

  /** In {@link #OF_A_RUN}. */
  public static Exports of(RunResult run) {
    return new Exports(
        RunVerdicts.of(run),
        Map.of(
            Format.JMH_JSON, () -> JmhJson.of(run),
            Format.BENCHSTAT, () -> Benchstat.of(run),
            Format.CSV, () -> ResultsCsv.of(run.cells())));
  }

  /** In {@link #OF_A_COMPARISON}. */
  public static Exports of(ExactVerdicts exact) {
    return new Exports(
        exact.verdicts(), Map.of(Format.CSV, () -> ComparisonCsv.of(exact.comparison())));
  }

  /** In {@link #OF_A_COMPARISON}. */
  public static Exports of(DuetReport duet) {
    return new Exports(DuetVerdicts.of(duet), Map.of(Format.CSV, () -> DuetCsv.of(duet)));
  }

  /** In {@link #OF_A_COMPARISON}, where nothing could be compared. */
  public static Exports ofNothing(String title, String why) {
    Verdicts none =
        new Verdicts(
            title,
            Optional.empty(),
            List.of(),
            List.of(JudgedCell.of(title, Judgement.ERROR, why)));
    return new Exports(
        none, Map.of(Format.CSV, () -> ComparisonCsv.of(Comparison.of(List.of(), List.of()))));
  }

  /**
   * @param mostBytes of a summary
   */
  public String text(Format format, int mostBytes) {
    return switch (format) {
      case JUNIT -> new JunitXml(verdicts).text();
      case GITHUB -> new StepSummary(verdicts).text(mostBytes);
      case JMH_JSON, BENCHSTAT, CSV -> numbers.get(format).get();
    };
  }
}
