package org.portbench.hardware.cost;

/** What each primitive costs on one machine, worked out once. */
public final class Prices {
  private final long[] ps = new long[Primitive.values().length];

  public Prices(MachineProfile profile) {
    MachineProfile.Processor cpu = profile.cpu();
    for (Primitive primitive : Primitive.values()) {
      Work work = primitive.work();
      long priced =
          work.instructions() * cpu.instructionPs()
              + work.lines() * cpu.linePs()
              + work.atomics() * cpu.lockPs()
              + work.traps() * cpu.systemCallPs()
              + work.allocations() * cpu.allocationPs();
      ps[primitive.ordinal()] = profile.measuredPs().getOrDefault(primitive, priced);
    }
  }

  public long of(Primitive primitive) {
    return ps[primitive.ordinal()];
  }
}
