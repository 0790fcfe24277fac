package org.portbench.harness.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.portbench.harness.experiment.CellPool;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.RunObserver;
import org.portbench.harness.run.Cell;
import org.portbench.results.TrialResult;
import org.portbench.results.validation.TargetResult;
import org.portbench.results.validation.Validation;

/** Runs the cells of all tables, each once, and holds what came out against what was published. */
public final class Validator {
  private final List<PlannedTable> tables = new ArrayList<>();
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /**
   * @param strategies the names of those that there are
   * @param environment for job files that ask for variables
   */
  public Validator(
      List<TargetTable> given, List<String> strategies, Map<String, String> environment) {
    for (TargetTable table : given) {
      PlannedTable planned = PlannedTable.of(table, strategies, environment);
      tables.add(planned);
      planned.cells().values().forEach(bySize -> bySize.values().forEach(this::add));
    }
  }

  private void add(Cell cell) {
    Cell other = cells.putIfAbsent(cell.identity().id(), cell);
    if (other != null && !other.machine().digest().equals(cell.machine().digest())) {
      throw new ExperimentException(
          "two machines of one name, " + cell.machine().name() + "; rename one");
    }
  }

  public int cellCount() {
    return cells.size();
  }

  public Validation run(CellPool pool) {
    Map<String, TrialResult> byId = new HashMap<>();
    RunObserver observer = pool.observer();
    observer.started();
    pool.run(
        List.copyOf(cells.values()),
        (_, result) -> {
          synchronized (byId) {
            byId.put(result.id(), result);
            observer.finished(result, (double) byId.size() / cells.size());
          }
        });
    observer.ended();
    List<TargetResult> targets = new ArrayList<>();
    for (PlannedTable table : tables) {
      table.table().targets().forEach(target -> targets.add(held(table, target, byId)));
    }
    return new Validation(targets);
  }

  private static TargetResult held(
      PlannedTable table, Target target, Map<String, TrialResult> byId) {
    Readings readings = new Readings(results(table, byId));
    OptionalLong predicted = OptionalLong.empty();
    String why = "";
    try {
      double value = target.formula().value(readings);
      predicted = OptionalLong.of(WrittenUnit.kept(target.unit(), value));
    } catch (NoNumber e) {
      why = "The model has no such number: " + e.getMessage() + ".";
    }
    boolean met =
        predicted.isPresent()
            && target.unit().tolerance().met(target.expected(), predicted.getAsLong());
    return new TargetResult(
        target.id(),
        table.table().name(),
        machines(table, target),
        target.source(),
        target.kind(),
        target.recalled(),
        target.quantity(),
        target.unit(),
        target.expected(),
        predicted,
        (why + " " + target.explanation(met)).strip(),
        readings.evidence());
  }

  private static List<String> machines(PlannedTable table, Target target) {
    return target.runs().stream()
        .map(run -> table.cells().get(run).firstEntry().getValue().machine().name())
        .distinct()
        .toList();
  }

  private static Map<String, NavigableMap<Long, TrialResult>> results(
      PlannedTable table, Map<String, TrialResult> byId) {
    Map<String, NavigableMap<Long, TrialResult>> results = new LinkedHashMap<>();
    table
        .cells()
        .forEach((run, bySize) -> {
          NavigableMap<Long, TrialResult> found = new TreeMap<>();
          bySize.forEach((size, cell) -> found.put(size, byId.get(cell.identity().id())));
          results.put(run, found);
        });
    return results;
  }
}
