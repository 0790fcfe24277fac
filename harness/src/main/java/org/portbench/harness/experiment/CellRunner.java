package org.portbench.harness.experiment;

import org.portbench.harness.run.Cell;
import org.portbench.harness.run.CellContent;
import org.portbench.harness.run.Trial;
import org.portbench.harness.run.TrialException;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/**
 * Runs a cell with a strategy and a machine of its own. Whatever is thrown meanwhile is the cell's
 * failure, with one line of reason, and nobody else's.
 */
record CellRunner(Strategies strategies, RunObserver observer) {

  TrialResult run(Cell cell) {
    MessagingStrategy strategy = strategies.create(cell.strategy());
    try {
      return new Trial(cell, strategy).run();
    } catch (RuntimeException | Error e) {
      observer.thrown(e);
      CellContent content = CellContent.of(cell, strategy);
      return TrialResult.without(
          cell.identity(), content.parameters(), content.digest(), Status.FAILED, reason(e));
    }
  }

  /** The same for the same cell on every machine: no thread, no address of an object. */
  private static String reason(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).replaceAll("@[0-9a-f]{4,8}\\b", "");
    String reason =
        switch (thrown) {
          case TrialException _ -> message;
          case OutOfMemoryError _ ->
              "out of memory: give the JVM more or use fewer --jobs (" + message + ")";
          default -> {
            String what = thrown.getClass().getSimpleName();
            yield (thrown.getMessage() == null ? what : what + ": " + message) + place(thrown);
          }
        };
    return ExperimentException.oneLine(reason);
  }

  private static String place(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0
        ? ""
        : " (" + trace[0].getFileName() + ":" + trace[0].getLineNumber() + ")";
  }
}
