package org.portbench.harness.gate.selftest;

import java.util.List;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.ProfileException;

/**
 * A change to one number of a machine, which the gate must notice.
 *
 * @param premise what else differs, before and after, for the change to be felt
 * @param changed the number, and what must go with it
 * @param reason why one unit is not felt without all that; empty where it is
 */
record Nudge(MachineProfile machine, List<Number> premise, List<Number> changed, String reason) {

  static Nudge byOneUnit(MachineProfile machine, Number number) {
    return new Nudge(machine, List.of(), List.of(OneUnit.more(machine, number)), "");
  }

  String key() {
    return changed.getFirst().key();
  }

  boolean isConditional() {
    return !reason.isEmpty();
  }

  /** A number of time or of time for a byte: one of many that can be changed together. */
  boolean isPrice() {
    return key().endsWith("_ps") || key().endsWith("_ps_per_byte") || key().matches(".*_[nu]s");
  }

  MachineProfile before() {
    return with(machine, premise);
  }

  MachineProfile after() {
    return with(before(), changed);
  }

  /** Whether there is a machine that differs in one unit of the number, and in nothing else. */
  boolean alonePossible() {
    try {
      alone();
      return true;
    } catch (ProfileException e) {
      return false;
    }
  }

  /** The machine as it is but for one unit of the number. */
  MachineProfile alone() {
    return with(machine, List.of(OneUnit.more(machine, OneUnit.named(machine, key()))));
  }

  private static MachineProfile with(MachineProfile machine, List<Number> numbers) {
    return numbers.isEmpty()
        ? machine
        : MachineProfiles.with(machine, numbers.toArray(Number[]::new));
  }
}
