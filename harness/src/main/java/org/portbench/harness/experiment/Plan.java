package org.portbench.harness.experiment;

import java.util.List;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.run.Cell;

/**
 * An experiment worked out: everything it names has been found and checked.
 *
 * @param cells in the order of the matrix, no two of one identity
 * @param notes what the workloads have to say
 */
public record Plan(
    Experiment experiment, List<MachineProfile> machines, List<Cell> cells, List<String> notes) {

  public Plan {
    machines = List.copyOf(machines);
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }
}
