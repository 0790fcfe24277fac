package org.portbench.harness.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.reports.export.ExactVerdicts;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.InputChange;

/** What keeps two sides from being compared, a line each; and what a comparison ends with. */
final class Refusal {
  private static final int MOST = 10;
  private static final String OTHER_NUMBERS = " rests on other numbers than in ";

  private final PrintStream err;
  private boolean refused;
  private boolean otherInputs;
  private final SortedMap<String, String> incomplete = new TreeMap<>();
  private final SortedMap<String, String> failed = new TreeMap<>();

  Refusal(PrintStream err) {
    this.err = err;
  }

  void incomplete(Path directory, RunResult run) {
    if (!run.complete()) {
      refused = true;
      String why =
          "the run was interrupted after "
              + run.cells().size()
              + " cells; portbench run --resume "
              + directory
              + " runs the others";
      incomplete.put(directory.toString(), why);
      say(directory + ": " + why);
    }
  }

  /** Names the cells behind whose names the two sides have other numbers. */
  void otherInputs(Collection<String> cells, Path base, Path head) {
    otherInputs = !cells.isEmpty();
    refused |= otherInputs;
    cells.forEach(cell -> incomplete.put(cell, "it" + OTHER_NUMBERS + base));
    cells.stream()
        .sorted()
        .limit(MOST)
        .forEach(cell ->
            say(head + ": the cell " + cell + OTHER_NUMBERS + base + "; it is not compared"));
    if (cells.size() > MOST) {
      say(head + ": " + (cells.size() - MOST) + " more cells" + OTHER_NUMBERS + base);
    }
  }

  /** Names the cells that only one side has, unless they failed on the other. */
  void unmatched(Comparison comparison, String base, String head) {
    name(comparison.missing(), base, head);
    name(comparison.extra(), head, base);
    if (comparison.cells().isEmpty() && failed.isEmpty() && !otherInputs) {
      refused = true;
      say(base + ": has no cell that passed in " + head + ", too; nothing is compared");
    }
  }

  void failed(String where, List<TrialResult> cells) {
    for (TrialResult cell : cells) {
      failed.merge(cell.id(), where + ": " + cell.reason(), (one, other) -> one + "; " + other);
      say(where + ": the cell " + cell.id() + " failed: " + cell.reason());
    }
  }

  /** The comparison with what kept it from being whole, for those who read no exit code. */
  ExactVerdicts verdicts(String title, List<InputChange> inputs, Comparison comparison) {
    return new ExactVerdicts(title, inputs, comparison, incomplete, failed);
  }

  int exitCode(Comparison comparison) {
    if (refused) {
      return ExitCode.UNREADABLE;
    }
    if (!failed.isEmpty()) {
      return ExitCode.CELL_FAILED;
    }
    return comparison.changed().isEmpty() ? ExitCode.PASSED : ExitCode.REGRESSION;
  }

  private void name(List<String> all, String has, String lacks) {
    List<String> cells = all.stream().filter(cell -> !failed.containsKey(cell)).toList();
    refused |= !cells.isEmpty();
    cells.stream()
        .limit(MOST)
        .forEach(cell -> say(has + ": the cell " + cell + " has no counterpart in " + lacks));
    if (cells.size() > MOST) {
      say(has + ": " + (cells.size() - MOST) + " more cells have no counterpart in " + lacks);
    }
  }

  private void say(String line) {
    err.println("portbench: " + line);
  }
}
