package org.portbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.InParallel;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/** Runs cells, many at a time. */
public record CellPool(Strategies strategies, int jobs, RunObserver observer) {

  /** Takes the result of the cell at an index, in any order and on any thread. */
  public interface Taker {
    void take(int index, TrialResult result);
  }

  /** Returns when all are finished. */
  public void run(List<Cell> cells, Taker taker) {
    CellRunner runner = new CellRunner(strategies, observer);
    List<Runnable> tasks = new ArrayList<>();
    for (int index : CellEfforts.of(cells).longestFirst()) {
      tasks.add(() -> taker.take(index, runner.run(cells.get(index))));
    }
    new InParallel(jobs).run(tasks);
  }
}
