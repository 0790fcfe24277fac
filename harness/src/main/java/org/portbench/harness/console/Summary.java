package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;

/**
 * What a run has shown, for whoever waits at the terminal.
 *
 * @param directory as the user may name it
 */
public record Summary(RunResult run, String directory, Ink ink) {

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(run.experiment()) + ": " + counts());
    for (TrialResult cell : run.cells()) {
      if (cell.status() == Status.FAILED) {
        lines.add(ink.bad("failed") + "  " + cell.id() + ": " + cell.reason());
      }
    }
    skipped()
        .forEach((why, count) ->
            lines.add("skipped " + count + (count == 1 ? " cell: " : " cells: ") + why));
    for (ClaimVerdict claim : run.claims()) {
      lines.add("");
      lines.addAll(new VerdictText(claim, ink).lines());
    }
    lines.add("");
    lines.add(
        run.exact()
            ? "CPU time per I/O, and against the in-kernel stack (direct):"
            : "Measured CPU time per I/O of the threads that pass it on, and against one process"
                + " (direct):");
    for (CostTable table : CostTable.of(run.cells(), ink)) {
      lines.add("");
      lines.addAll(table.lines());
    }
    if (!run.exact()) {
      lines.add("");
      lines.add("Median latency, and how far a repetition's lies from it at most:");
      lines.add("");
      lines.addAll(new SpreadTable(run.cells(), ink).lines());
    }
    lines.add("");
    lines.add("The report: " + ink.bold(directory + "/report.html"));
    return String.join("\n", lines);
  }

  private Map<String, Long> skipped() {
    return run.cells().stream()
        .filter(cell -> cell.status() == Status.SKIPPED)
        .collect(
            Collectors.groupingBy(TrialResult::reason, LinkedHashMap::new, Collectors.counting()));
  }

  private String counts() {
    long passed = count(Status.PASSED);
    String all = run.cells().size() + (run.cells().size() == 1 ? " cell" : " cells");
    return passed == run.cells().size()
        ? all + ", all passed"
        : all
            + ", "
            + passed
            + " passed"
            + some(count(Status.FAILED), "failed")
            + some(count(Status.SKIPPED), "skipped");
  }

  private long count(Status status) {
    return run.cells().stream().filter(cell -> cell.status() == status).count();
  }

  private static String some(long count, String what) {
    return count == 0 ? "" : ", " + count + " " + what;
  }
}
