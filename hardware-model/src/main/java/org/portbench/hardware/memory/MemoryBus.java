package org.portbench.hardware.memory;

import org.portbench.hardware.sim.EventQueue;
import org.portbench.hardware.sim.Timetable;

/** The way to memory that cold copies and DMA share; one transfer at a time has it. */
public final class MemoryBus {
  private final long psPerByte;
  private final Timetable timetable;

  public MemoryBus(long psPerByte, EventQueue events) {
    this.psPerByte = psPerByte;
    this.timetable = new Timetable(events);
  }

  /**
   * Takes the bus for a transfer that begins at a moment, now or later.
   *
   * @return how much longer it takes than alone
   */
  public long claim(long fromPs, long bytes) {
    return timetable.claim(fromPs, transferPs(bytes));
  }

  /**
   * The same for transfers of equal size, each of which begins so long after the one before it has
   * begun, and later by what that was held up.
   */
  long claim(long fromPs, long bytes, long periodPs, int transfers) {
    return timetable.claim(fromPs, transferPs(bytes), periodPs, transfers);
  }

  public long transferPs(long bytes) {
    return Math.multiplyExact(bytes, psPerByte);
  }
}
