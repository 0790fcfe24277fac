package org.portbench.harness.robust;

import java.util.function.Function;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.Trial;
import org.portbench.results.TrialResult;

/** A number of a machine with which its cells cannot run. */
final class UnfitMachine extends Exception {
  private static final long serialVersionUID = 1L;

  private UnfitMachine(String reason) {
    super(reason);
  }

  /** What the trial of a cell yields, if it passes. */
  static TrialResult passed(Cell cell, Function<Cell, Trial> trial) throws UnfitMachine {
    TrialResult result;
    try {
      result = trial.apply(cell).run();
    } catch (RuntimeException e) {
      throw new UnfitMachine(String.valueOf(e.getMessage()));
    }
    if (!result.passed()) {
      throw new UnfitMachine(result.reason());
    }
    return result;
  }
}
