package org.portbench.harness.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.experiment.Experiment;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Planner;
import org.portbench.harness.run.Cell;

/**
 * A table worked out: the cells of each run, by size; one that names no size stands at 0.
 *
 * @param cells by run and size
 */
record PlannedTable(TargetTable table, Map<String, NavigableMap<Long, Cell>> cells) {
  private static final long SEED = 1;

  /**
   * @param strategies the names of those that there are
   * @param environment for job files that ask for variables
   */
  static PlannedTable of(
      TargetTable table, List<String> strategies, Map<String, String> environment) {
    Map<String, NavigableMap<Long, Cell>> cells = new LinkedHashMap<>();
    for (Run run : table.runs()) {
      cells.put(run.id(), cells(table, run, strategies, environment));
    }
    PlannedTable planned = new PlannedTable(table, cells);
    table.targets().forEach(planned::requireOtherSources);
    return planned;
  }

  private static NavigableMap<Long, Cell> cells(
      TargetTable table, Run run, List<String> strategies, Map<String, String> environment) {
    Experiment alone =
        new Experiment(table.name(), table.description(), SEED, List.of(run.matrix()));
    List<Cell> planned;
    try {
      planned = new Planner(alone, strategies, environment).plan().cells();
    } catch (ExperimentException e) {
      throw e.getMessage().startsWith(run.where().substring(0, run.where().lastIndexOf(':') + 1))
          ? e
          : new ExperimentException(run.where() + ": " + e.getMessage());
    }
    List<Long> sizes = run.matrix().sizes();
    if (planned.size() != Math.max(1, sizes.size())) {
      throw new ExperimentException(
          "%s: a run is one cell, or one for each of its sizes; %s makes %d"
              .formatted(run.where(), run.id(), planned.size()));
    }
    NavigableMap<Long, Cell> bySize = new TreeMap<>();
    for (int i = 0; i < planned.size(); i++) {
      bySize.put(sizes.isEmpty() ? 0 : sizes.get(i), planned.get(i));
    }
    return bySize;
  }

  private void requireOtherSources(Target target) {
    for (String run : target.runs()) {
      MachineProfile machine = cells.get(run).firstEntry().getValue().machine();
      new SourceRule(target, machine)
          .broken()
          .ifPresent(why -> {
            throw new ExperimentException(target.where() + ": " + target.id() + ": " + why);
          });
    }
  }
}
