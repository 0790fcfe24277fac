package org.portbench.hardware.cost;

/**
 * What each primitive costs on one machine, worked out once. A thread switch that was measured
 * takes more than its counted work, for misses and pipelines that no count shows; a hand-over, most
 * of whose work is a switch's, then takes as much more.
 */
public final class Prices {
  private final long[] ps = new long[Primitive.values().length];

  public Prices(MachineProfile profile) {
    for (Primitive primitive : Primitive.values()) {
      long counted = counted(primitive, profile.cpu());
      ps[primitive.ordinal()] = profile.measuredPs().getOrDefault(primitive, counted);
    }
    if (!profile.measuredPs().containsKey(Primitive.THREAD_HANDOFF)) {
      ps[Primitive.THREAD_HANDOFF.ordinal()] = handOver(profile.cpu());
    }
  }

  private static long counted(Primitive primitive, MachineProfile.Processor cpu) {
    Work work = primitive.work();
    return work.instructions() * cpu.instructionPs()
        + work.lines() * cpu.linePs()
        + work.atomics() * cpu.lockPs()
        + work.traps() * cpu.systemCallPs()
        + work.allocations() * cpu.allocationPs();
  }

  private long handOver(MachineProfile.Processor cpu) {
    long counted = counted(Primitive.THREAD_HANDOFF, cpu);
    long countedSwitch = counted(Primitive.THREAD_SWITCH, cpu);
    return countedSwitch == 0
        ? counted
        : Math.multiplyExact(counted, of(Primitive.THREAD_SWITCH)) / countedSwitch;
  }

  public long of(Primitive primitive) {
    return ps[primitive.ordinal()];
  }
}
