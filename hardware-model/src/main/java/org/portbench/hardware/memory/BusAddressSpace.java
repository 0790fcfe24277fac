package org.portbench.hardware.memory;

/** How a device's addresses become frames. */
public interface BusAddressSpace {

  /**
   * Puts the numbers of the frames behind a run of bus pages into an array, from its start on; an
   * unmapped one is a defect of whoever set up the transfer.
   */
  void translate(long firstBusPage, int pages, int[] frames);
}
