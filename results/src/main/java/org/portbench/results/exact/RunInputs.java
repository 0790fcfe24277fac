package org.portbench.results.exact;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portbench.results.CellIdentity;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/** What a stored run was asked, by name. */
public final class RunInputs {
  private static final String PRESENT = "present";

  private RunInputs() {}

  /** Each name in the lists of its matrix, and each number of its machines. */
  public static SortedMap<String, String> of(RunResult run) {
    SortedMap<String, String> inputs = new TreeMap<>();
    inputs.put("experiment", run.experiment());
    for (TrialResult cell : run.cells()) {
      CellIdentity identity = cell.identity();
      inputs.put("machine " + identity.machine(), PRESENT);
      inputs.put("stack " + identity.stack(), PRESENT);
      inputs.put("workload " + identity.workload(), PRESENT);
      inputs.put("strategy " + identity.strategy(), PRESENT);
      inputs.put("seed " + identity.seed(), PRESENT);
      inputs.put("operations " + identity.operations(), PRESENT);
    }
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
}
