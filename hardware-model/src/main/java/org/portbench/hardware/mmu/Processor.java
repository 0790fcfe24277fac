package org.portbench.hardware.mmu;

/** What memory management needs of a CPU. */
public interface Processor {

  /** Its place among all CPUs. */
  int number();

  Tlb tlb();

  /** The user space it has loaded. */
  AddressSpace loaded();

  boolean idle();

  /**
   * Idle CPUs, and CPUs that run something else, are not interrupted: they flush when they go on.
   */
  void oweFlush();

  /** Takes time from what runs there. */
  void steal(long ps);
}
