package org.portbench.harness.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.portbench.harness.experiment.CellPool;
import org.portbench.harness.experiment.Plan;
import org.portbench.harness.experiment.RunObserver;
import org.portbench.harness.run.Cell;
import org.portbench.results.TrialResult;
import org.portbench.results.exact.Baseline;
import org.portbench.results.exact.ExactCell;
import org.portbench.strategies.Strategies;

/** The cells of the gate, run into numbers that can be kept or compared. */
public record Suite(Plan plan, Strategies strategies, int jobs, RunObserver observer) {

  /**
   * What a suite says.
   *
   * @param failed cells that did not pass, which are not in the baseline
   */
  public record Said(Baseline baseline, List<TrialResult> failed) {}

  public Said run() {
    Set<Cell> told = told();
    List<ExactCell> passed = new ArrayList<>();
    List<TrialResult> failed = new ArrayList<>();
    observer.started();
    new CellPool(strategies, jobs, observer)
        .run(
            plan.cells(),
            (index, result) -> {
              Cell cell = plan.cells().get(index);
              ExactCell exact =
                  result.passed() && told.contains(cell)
                      ? ExactCell.of(result).withOneIo(oneIo(cell))
                      : ExactCell.of(result);
              synchronized (passed) {
                if (result.passed()) {
                  passed.add(exact);
                } else {
                  failed.add(result);
                }
                int done = passed.size() + failed.size();
                observer.finished(result, (double) done / plan.cells().size());
              }
            });
    observer.ended();
    return new Said(
        new Baseline(plan.experiment().name(), SuiteInputs.of(plan), passed), List.copyOf(failed));
  }

  /** The first cell of each strategy and workload: on one machine is enough to tell why. */
  private Set<Cell> told() {
    Map<String, Cell> first = new HashMap<>();
    plan.cells().stream()
        .filter(OneIo::canBeTold)
        .forEach(cell -> first.putIfAbsent(cell.strategy() + " " + cell.workload().name(), cell));
    return Set.copyOf(first.values());
  }

  private SortedMap<String, List<String>> oneIo(Cell cell) {
    return OneIo.of(cell, strategies.create(cell.strategy()));
  }
}
