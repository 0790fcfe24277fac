package org.portbench.harness.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.portbench.results.TrialResult;
import org.portbench.results.store.ResultStore;

/**
 * The cells of a run that are finished, in the order of the plan whatever the order in which they
 * finish. Who closes it, the run's end or an interrupt, writes the run; what comes later is lost.
 */
final class FinishedCells {
  private final ResultStore store;
  private final RunObserver observer;
  private final TrialResult[] results;
  private final CellEfforts efforts;
  private double done;
  private boolean closed;

  /**
   * @param before by id, those that an earlier process has kept
   */
  FinishedCells(
      Plan plan, Map<String, TrialResult> before, ResultStore store, RunObserver observer) {
    this.store = store;
    this.observer = observer;
    this.efforts = CellEfforts.of(plan.cells());
    this.results =
        plan.cells().stream()
            .map(cell -> before.get(cell.identity().id()))
            .toArray(TrialResult[]::new);
    this.done =
        IntStream.range(0, results.length)
            .filter(index -> results[index] != null)
            .mapToDouble(efforts::share)
            .sum();
    if (!before.isEmpty()) {
      observer.resumed(before.size(), done);
    }
  }

  /** Of the cells that are still to be run. */
  synchronized List<Integer> missing() {
    return IntStream.range(0, results.length)
        .filter(index -> results[index] == null)
        .boxed()
        .toList();
  }

  /** Any thread may call it. */
  synchronized void add(int index, TrialResult result) {
    if (closed) {
      return;
    }
    store.keep(result);
    results[index] = result;
    done += efforts.share(index);
    observer.finished(result, done);
  }

  /** Lets the first caller, and nobody else, write what there is; returns whether this was it. */
  synchronized boolean close(Consumer<List<TrialResult>> write) {
    if (closed) {
      return false;
    }
    closed = true;
    observer.ended();
    write.accept(inOrder());
    return true;
  }

  synchronized List<TrialResult> inOrder() {
    return Arrays.stream(results).filter(Objects::nonNull).toList();
  }
}
