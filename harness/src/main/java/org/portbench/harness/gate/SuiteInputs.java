package org.portbench.harness.gate;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cost.Work;
import org.portbench.harness.experiment.Plan;

/** What the cells of a plan rest on, by name: where a metric changes, one of these may say why. */
final class SuiteInputs {
  private SuiteInputs() {}

  static SortedMap<String, String> of(Plan plan) {
    SortedMap<String, String> inputs = new TreeMap<>();
    for (MachineProfile machine : plan.machines()) {
      machine
          .numbers()
          .forEach(number ->
              inputs.put("machine " + machine.name() + " " + number.key(), number.value()));
    }
    for (Primitive primitive : Primitive.values()) {
      inputs.put("primitive " + primitive.name(), words(primitive.work()));
    }
    plan.cells()
        .forEach(
            cell -> inputs.put("workload " + cell.workload().name(), cell.workload().digest()));
    return inputs;
  }

  private static String words(Work work) {
    return String.format(
        Locale.ROOT,
        "instructions %d, lines %d, atomics %d, traps %d, allocations %d",
        work.instructions(),
        work.lines(),
        work.atomics(),
        work.traps(),
        work.allocations());
  }
}
