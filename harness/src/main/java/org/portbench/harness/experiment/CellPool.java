package org.portbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.portbench.harness.run.Cell;
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
    ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("cells-", 1).factory());
    try {
      List<Future<?>> pending = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        int index = i;
        Cell cell = cells.get(i);
        pending.add(workers.submit(() -> taker.take(index, runner.run(cell))));
      }
      for (Future<?> cell : pending) {
        cell.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cells were running", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }
}
