package org.portbench.harness.run;

import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.workload.Workload;
import org.portbench.results.CellIdentity;

/**
 * One point of an experiment: a strategy on a machine, under a stack, with a workload.
 *
 * @param machine as its profile says; the stack's knobs may change what is built of it
 */
public record Cell(
    MachineProfile machine,
    StackSpec stack,
    Workload workload,
    String strategy,
    long seed,
    long operations) {

  public CellIdentity identity() {
    return new CellIdentity(
        "model", machine.name(), stack.name(), workload.name(), strategy, seed, operations);
  }

  /** The machine that is built. */
  MachineProfile hardware() {
    return new Hardware(machine, stack).profile();
  }
}
