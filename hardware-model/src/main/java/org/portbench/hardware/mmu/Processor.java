package org.portbench.hardware.mmu;

/** What memory management needs of a CPU. */
public interface Processor {
  int number();

  Tlb tlb();

  /** The user space it has loaded. */
  AddressSpace loaded();

  /** Whether translations of the space may still be in its TLB. */
  boolean mayHold(AddressSpace space);

  boolean idle();

  /**
   * Idle CPUs, and CPUs that run something else, are not interrupted: they flush when they go on.
   */
  void oweFlush();

  /** Takes time from what runs there. */
  void steal(long ps);
}
