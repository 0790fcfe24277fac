package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.DetectableEffect;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.gate.Estimate;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.Stage;

/** Two builds by the wall clock: a row for each cell, the worst first. */
public record DuetText(DuetReport report, String directory, Ink ink) {
  private static final String READS = "io.";
  private static final double NS_PER_SECOND = 1e9;

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(report.base() + " against " + ink.bold(report.head()));
    TextTable table = new TextTable("lrrrrrl");
    table.row("", "base", "head", "ratio", "95 % within", "finds", "");
    for (String name : report.worstFirst()) {
      table.row(row(name, report.verdicts().get(name), report.cells().get(name)));
    }
    lines.addAll(table.lines());
    int left = report.cells().size() - report.verdicts().size();
    if (left > 0) {
      lines.add(left + " of " + report.cells().size() + " cells were not measured to their end");
    }
    lines.add(
        "The base against itself: "
            + report
                .control()
                .map(control ->
                    switch (control) {
                      case QUIET -> "no difference found";
                      case FIRED -> "a difference was found, so nothing is concluded";
                      case UNDECIDED -> "not decided, so nothing counts as slower";
                    })
                .orElse("not measured"));
    lines.add("Every launch: " + ink.bold(directory + "/observations.jsonl"));
    return lines;
  }

  private static List<String> row(String name, CellVerdict verdict, Rule rule) {
    return switch (verdict) {
      case CellVerdict.Pass(var stage) ->
          row(name, stage, rule, "no slowdown above " + most(stage));
      case CellVerdict.ImprovementNoted(var stage) -> row(name, stage, rule, "faster");
      case CellVerdict.Regression(_, var proof) ->
          row(name, proof, rule, "SLOWER by more than " + percent(rule.margin()));
      case CellVerdict.Inconclusive _ -> List.of(name, "", "", "", "", "", verdict.words(rule));
    };
  }

  private static List<String> row(String name, Stage stage, Rule rule, String says) {
    Estimate estimate = stage.estimate();
    return List.of(
        name,
        speed(name, stage.baseNs()),
        speed(name, stage.headNs()),
        ratio(estimate.ratio()),
        ratio(estimate.interval().low()) + " to " + ratio(estimate.interval().high()),
        percent(DetectableEffect.of(rule, stage)),
        says);
  }

  private static String most(Stage stage) {
    return percent(stage.estimate().noSlowdownAbove());
  }

  private static String speed(String name, double ns) {
    return name.startsWith(READS)
        ? String.format(Locale.ROOT, "%,.0f I/O/s", NS_PER_SECOND / ns)
        : time(ns);
  }

  private static String time(double ns) {
    return ns < 1_000
        ? String.format(Locale.ROOT, "%.1f ns", ns)
        : ns < 1_000_000
            ? String.format(Locale.ROOT, "%.2f us", ns / 1_000)
            : String.format(Locale.ROOT, "%.1f ms", ns / 1_000_000);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", Math.ceil(share * 1_000 - 1e-6) / 10);
  }
}
