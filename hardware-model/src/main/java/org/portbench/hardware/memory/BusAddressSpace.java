package org.portbench.hardware.memory;

/** How a device's addresses become frames. */
public interface BusAddressSpace {

  /** The frame behind a bus page; an unmapped one is a defect of whoever set up the transfer. */
  Frame frameAt(long busPage);
}
