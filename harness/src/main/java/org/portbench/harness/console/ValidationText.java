package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.text.TargetAmounts;
import org.portbench.results.validation.Errors;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetResult;
import org.portbench.results.validation.Validation;

/**
 * What became of published figures, table by table, each miss with its explanation; the last line
 * counts.
 *
 * @param directory as the user may name it
 */
public record ValidationText(Validation validation, String directory, Ink ink) {
  private static final String INDENT = "    ";

  public String text() {
    List<String> lines = new ArrayList<>();
    validation
        .byTable()
        .forEach((table, targets) -> {
          lines.add(ink.bold(table));
          lines.addAll(rows(targets));
          for (TargetResult target : targets) {
            if (!target.met()) {
              Wrapped.lines(INDENT, target.id() + ": " + target.explanation())
                  .forEach(line -> lines.add(ink.dim(line)));
            }
          }
          lines.add("");
        });
    lines.add("Error over compositions and predictions: " + errors(validation.errors()));
    lines.add("  compositions: " + errors(validation.errors(TargetKind.COMPOSITION)));
    lines.add("  predictions:  " + errors(validation.errors(TargetKind.PREDICTION)));
    lines.add("The report: " + ink.bold(directory + "/validate.html"));
    lines.add(
        "%d of %d targets met, %d not met; %d more are shown and not counted"
            .formatted(
                validation.met(),
                validation.counted(),
                validation.counted() - validation.met(),
                validation.targets().size() - validation.counted()));
    return String.join("\n", lines);
  }

  private List<String> rows(List<TargetResult> targets) {
    TextTable table = new TextTable("lrrrlll");
    table.row("target", "published", "model", "error", "tolerance", "kind", "");
    for (TargetResult target : targets) {
      TargetAmounts amounts = new TargetAmounts(target);
      table.row(
          target.id(),
          amounts.expected(),
          amounts.predicted(),
          amounts.error(),
          target.tolerance().words(),
          amounts.kind(),
          amounts.outcome());
    }
    return table.lines();
  }

  private static String errors(Errors errors) {
    return "median %s, worst %s; %d of %d met"
        .formatted(
            TargetAmounts.percent(errors.median(), false),
            TargetAmounts.percent(errors.worst(), false),
            errors.met(),
            errors.count());
  }
}
