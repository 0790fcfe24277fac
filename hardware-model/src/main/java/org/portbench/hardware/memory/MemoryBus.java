package org.portbench.hardware.memory;

/**
 * The way to memory that cold copies and DMA share: first come, first served, a function of "busy
 * until".
 */
public final class MemoryBus {
  private final long psPerByte;
  private long busyUntilPs;

  public MemoryBus(long psPerByte) {
    this.psPerByte = psPerByte;
  }

  /** Takes the bus for a transfer and tells how long it waits for its turn. */
  public long claim(long nowPs, long bytes) {
    long startPs = Math.max(nowPs, busyUntilPs);
    busyUntilPs = Math.addExact(startPs, Math.multiplyExact(bytes, psPerByte));
    return startPs - nowPs;
  }

  public long transferPs(long bytes) {
    return Math.multiplyExact(bytes, psPerByte);
  }
}
