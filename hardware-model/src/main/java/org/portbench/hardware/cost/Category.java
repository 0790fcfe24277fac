package org.portbench.hardware.cost;

/**
 * Where time goes. Everything is time of a CPU, except what the device, its DMA, idleness and
 * waiting take.
 */
public enum Category {
  /** Entering and leaving the kernel. */
  TRAP,
  /** Moving bytes with the CPU. */
  COPY,
  /** Address-space bookkeeping: map entries, objects, page-table writes. */
  MAP,
  /** Page faults, without the copying or zeroing they cause. */
  FAULT,
  /** TLB refills, invalidations and shootdowns. */
  TLB,
  /** Switching threads and address spaces. */
  SWITCH,
  /** Making a sleeping receiver run. */
  WAKEUP,
  /** Ports, rights, names, headers, queues. */
  MESSAGING,
  /** Holding pages for a device. */
  PIN,
  /** Mapping pages for a device. */
  IOMMU,
  /** The client, and layers that touch data, reading and writing it. */
  TOUCH,
  /** What a VFS layer does by itself, file-system metadata included. */
  METADATA,
  /** Building and submitting device commands, and taking their completions. */
  DRIVER,
  /** Interrupt entry, handling and exit. */
  INTERRUPT,
  /** Data on the way between memory and device. */
  DMA,
  /** The device's own service time. */
  DEVICE,
  /** An idle CPU on its way back to work, and the interrupt on its way to it. */
  IDLE,
  /** Waiting for a port, a CPU or the device. */
  QUEUEING;

  /** Whether a CPU is busy meanwhile. */
  public boolean cpu() {
    return switch (this) {
      case DMA, DEVICE, IDLE, QUEUEING -> false;
      case TRAP,
          COPY,
          MAP,
          FAULT,
          TLB,
          SWITCH,
          WAKEUP,
          MESSAGING,
          PIN,
          IOMMU,
          TOUCH,
          METADATA,
          DRIVER,
          INTERRUPT ->
          true;
    };
  }
}
