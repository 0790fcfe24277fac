package org.portbench.hardware.cost;

import java.util.function.Function;

/**
 * What each primitive costs on one machine, worked out once. A thread switch that was measured
 * takes more than its counted work, for misses and pipelines that no count shows; a hand-over, most
 * of whose work is a switch's, then takes as much more.
 */
public final class Prices {
  private final long[] ps = new long[Primitive.values().length];
  private final Function<Primitive, Work> work;

  public Prices(MachineProfile profile) {
    this(profile, Primitive::work);
  }

  /**
   * @param work what primitives do, if that is not what they say
   */
  public Prices(MachineProfile profile, Function<Primitive, Work> work) {
    this.work = work;
    for (Primitive primitive : Primitive.values()) {
      long counted = counted(primitive, profile.cpu());
      ps[primitive.ordinal()] = profile.measuredPs().getOrDefault(primitive, counted);
    }
    if (!profile.measuredPs().containsKey(Primitive.THREAD_HANDOFF)) {
      ps[Primitive.THREAD_HANDOFF.ordinal()] = handOver(profile.cpu());
    }
  }

  private long counted(Primitive primitive, MachineProfile.Processor cpu) {
    return counted(work.apply(primitive), cpu);
  }

  /** What counts come to where nobody has measured the whole. */
  public static long counted(Work counts, MachineProfile.Processor cpu) {
    return counts.instructions() * cpu.instructionPs()
        + counts.lines() * cpu.linePs()
        + counts.atomics() * cpu.lockPs()
        + counts.traps() * cpu.systemCallPs()
        + counts.allocations() * cpu.allocationPs();
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
