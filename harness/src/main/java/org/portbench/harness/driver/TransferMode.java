package org.portbench.harness.driver;

/** Who moves data between memory and device. */
public enum TransferMode {
  /** The device by itself. */
  DMA,
  /** A CPU, through the device's registers: programmed I/O. */
  PIO
}
