package org.portbench.results.exact;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portbench.results.CellIdentity;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/** What a stored run was asked, by name. */
public final class RunInputs {
  private RunInputs() {}

  /** The lists of its matrix, and each number of its machines. */
  public static SortedMap<String, String> of(RunResult run) {
    SortedMap<String, String> inputs = new TreeMap<>();
    inputs.put("experiment", run.experiment());
    inputs.put("machines", list(run, CellIdentity::machine));
    inputs.put("stacks", list(run, CellIdentity::stack));
    inputs.put("workloads", list(run, CellIdentity::workload));
    inputs.put("strategies", list(run, CellIdentity::strategy));
    inputs.put("seeds", list(run, cell -> Long.toString(cell.seed())));
    inputs.put("operations", list(run, cell -> Long.toString(cell.operations())));
    run.machines()
        .forEach(number ->
            inputs.put("machine " + number.machine() + " " + number.key(), number.value()));
    return inputs;
  }

  /** The cells of one name in both runs behind whose names stand other numbers. */
  public static List<String> otherContent(RunResult base, RunResult head) {
    Map<String, String> before =
        base.cells().stream()
            .collect(Collectors.toMap(TrialResult::id, TrialResult::contentDigest));
    return head.cells().stream()
        .filter(cell -> before.containsKey(cell.id()))
        .filter(cell -> !before.get(cell.id()).equals(cell.contentDigest()))
        .map(TrialResult::id)
        .toList();
  }

  private static String list(RunResult run, Function<CellIdentity, String> part) {
    return run.cells().stream()
        .map(cell -> part.apply(cell.identity()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
