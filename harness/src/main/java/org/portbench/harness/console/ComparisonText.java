package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.results.exact.ComparedCell;
import org.portbench.results.exact.ComparedMetric;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.InputChange;
import org.portbench.results.exact.Outcome;
import org.portbench.results.gate.Direction;

/**
 * What differs between two runs: what they rest on, then cell by cell their metrics.
 *
 * @param most metrics of a cell that are shown; the rest is counted
 * @param all whether what is the same is shown, too
 */
public record ComparisonText(
    List<InputChange> inputs, Comparison comparison, int most, boolean all, Ink ink) {
  private static final String INDENT = "  ";

  public List<String> lines() {
    List<String> lines = new ArrayList<>(inputLines());
    for (ComparedCell cell : all ? comparison.cells() : comparison.changed()) {
      lines.addAll(cellLines(cell));
      lines.add("");
    }
    lines.add(count());
    return lines;
  }

  private List<String> inputLines() {
    if (inputs.isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable("lll");
    table.row(INDENT + "input", "base", "head");
    for (InputChange input : inputs) {
      table.row(INDENT + input.name(), input.base(), input.head());
    }
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold("What they rest on differs"));
    lines.addAll(table.lines());
    lines.add("");
    return lines;
  }

  private List<String> cellLines(ComparedCell cell) {
    List<ComparedMetric> metrics = all ? cell.metrics() : cell.changes();
    List<ComparedMetric> shown = metrics.subList(0, Math.min(most, metrics.size()));
    TextTable table = new TextTable("lrrrll");
    table.row(INDENT + "metric", "base", "head", "ratio", "better", "verdict");
    for (ComparedMetric metric : shown) {
      table.row(
          INDENT + metric.name(),
          number(metric.base()),
          number(metric.head()),
          metric.ratio().map(ratio -> String.format(Locale.ROOT, "%.6f", ratio)).orElse("-"),
          metric.direction().map(ComparisonText::word).orElse("-"),
          metric.outcome().word());
    }
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(cell.id()));
    lines.addAll(table.lines());
    if (shown.size() < metrics.size()) {
      lines.add(INDENT + "and " + (metrics.size() - shown.size()) + " more");
    }
    return lines;
  }

  private String count() {
    if (comparison.cells().isEmpty()) {
      return "no cell is compared";
    }
    int changed = comparison.changed().size();
    String cells = Counted.of(comparison.cells().size(), "cell");
    return changed == 0
        ? cells + ", all the same: " + number(comparison.count(Outcome.SAME)) + " metrics"
        : "%s, %s the same, %s changed: %s worse, %s better, %s changed"
            .formatted(
                cells,
                number(comparison.cells().size() - changed),
                number(changed),
                metrics(Outcome.WORSE),
                number(comparison.count(Outcome.BETTER)),
                number(comparison.count(Outcome.CHANGED)));
  }

  private String metrics(Outcome outcome) {
    return Counted.of(comparison.count(outcome), "metric");
  }

  private static String word(Direction direction) {
    return switch (direction) {
      case SMALLER_IS_BETTER -> "smaller";
      case LARGER_IS_BETTER -> "larger";
    };
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
