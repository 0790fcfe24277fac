package org.portbench.harness.experiment;

import org.portbench.hardware.cost.MachineProfile;

/** Machines by name, or by the path of a profile. */
public final class Machines {
  private Machines() {}

  public static MachineProfile find(String nameOrPath) {
    return new FoundMachines().find(Name.typed(nameOrPath));
  }
}
