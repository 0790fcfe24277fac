package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.results.exact.ComparedCell;
import org.portbench.results.exact.ComparedMetric;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.InputChange;
import org.portbench.results.exact.Outcome;

/**
 * What became of the cells of an exact comparison: any change is a failure, and a cell that one
 * side lacks is an error.
 *
 * @param title what is compared
 * @param incomplete sides that lack cells, and why
 * @param failed cells by id, and why
 */
public record ExactVerdicts(
    String title,
    List<InputChange> inputs,
    Comparison comparison,
    SortedMap<String, String> incomplete,
    SortedMap<String, String> failed) {
  private static final int MOST_METRICS = 20;
  private static final double PS_PER_S = 1e12;

  public ExactVerdicts {
    inputs = List.copyOf(inputs);
    incomplete = Collections.unmodifiableSortedMap(new TreeMap<>(incomplete));
    failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
  }

  Verdicts verdicts() {
    List<JudgedCell> cells = new ArrayList<>();
    incomplete.forEach((side, why) -> cells.add(JudgedCell.of(side, Judgement.ERROR, why)));
    failed.forEach((id, why) -> cells.add(JudgedCell.of(id, Judgement.ERROR, why)));
    comparison.cells().forEach(cell -> cells.add(judged(cell)));
    comparison.missing().forEach(id -> unmatched(id, "base", cells));
    comparison.extra().forEach(id -> unmatched(id, "head", cells));
    List<String> notes =
        inputs.stream()
            .map(input -> "%s: %s → %s".formatted(input.name(), input.base(), input.head()))
            .toList();
    return new Verdicts(title, Optional.empty(), notes, cells);
  }

  private void unmatched(String id, String side, List<JudgedCell> cells) {
    if (!failed.containsKey(id)) {
      cells.add(JudgedCell.of(id, Judgement.ERROR, "only the " + side + " has this cell"));
    }
  }

  private static JudgedCell judged(ComparedCell cell) {
    List<ComparedMetric> changes = cell.same() ? List.of() : cell.changes();
    return new JudgedCell(
        cell.id(),
        changes.isEmpty() ? Judgement.PASSED : Judgement.FAILED,
        changes.isEmpty()
            ? String.format(Locale.ROOT, "all %,d metrics the same", cell.metrics().size())
            : words(changes),
        details(cell, changes),
        changes.stream().mapToDouble(ExactVerdicts::size).max().orElse(0),
        seconds(cell));
  }

  private static String words(List<ComparedMetric> changes) {
    return String.format(
        Locale.ROOT,
        "%,d metric%s changed, %,d for the worse: %s",
        changes.size(),
        changes.size() == 1 ? "" : "s",
        changes.stream().filter(metric -> metric.outcome() == Outcome.WORSE).count(),
        words(changes.getFirst()));
  }

  private static String words(ComparedMetric metric) {
    return String.format(
        Locale.ROOT,
        "%s %,d → %,d%s",
        metric.name(),
        metric.base(),
        metric.head(),
        metric.ratio().map(r -> String.format(Locale.ROOT, " (×%.6f)", r)).orElse(""));
  }

  private static List<String> details(ComparedCell cell, List<ComparedMetric> changes) {
    List<String> lines = new ArrayList<>();
    if (changes.size() == 1 && cell.chargesChanged().isEmpty()) {
      return lines;
    }
    changes.stream()
        .limit(MOST_METRICS)
        .forEach(metric -> lines.add(words(metric) + ", " + metric.outcome().word()));
    if (changes.size() > MOST_METRICS) {
      lines.add("and " + (changes.size() - MOST_METRICS) + " more");
    }
    cell.chargesChanged()
        .forEach((step, charges) -> {
          lines.add("one I/O, " + step + ":");
          charges.forEach(charge -> lines.add("  " + charge));
        });
    return lines;
  }

  /** The same for a half and a double. */
  private static double size(ComparedMetric metric) {
    return Math.abs(Math.log((double) metric.head() / metric.base()));
  }

  private static OptionalDouble seconds(ComparedCell cell) {
    Long ps = cell.head().metrics().get("elapsedPs");
    return ps == null ? OptionalDouble.empty() : OptionalDouble.of(ps / PS_PER_S);
  }
}
