package org.portbench.harness.measure;

import org.portbench.hardware.dma.Command;
import org.portbench.hardware.dma.MediumContent;
import org.portbench.hardware.memory.Content;

/**
 * What one read or write must have done to the bytes, judged at the far end: a write's bytes are on
 * the medium when its command completes; a read's bytes are those that were there then.
 */
public final class Expectation {
  private long address;
  private final int length;
  private final Content bytes;
  private final boolean write;
  private boolean kept = true;

  private Expectation(int length, boolean write) {
    this.length = length;
    this.write = write;
    this.bytes = new Content(Math.max(1, length));
  }

  /** The client wrote {@code origin}'s bytes. */
  public static Expectation ofWrite(int length, long origin) {
    Expectation expectation = new Expectation(length, true);
    expectation.bytes.fill(0, length, origin, 0);
    return expectation;
  }

  /** The client wants the bytes that are there. */
  public static Expectation ofRead(int length) {
    return new Expectation(length, false);
  }

  /** Where on the medium that is. */
  public void at(long newAddress) {
    address = newAddress;
  }

  /** One of the device's commands has completed: compares or notes the part it shares. */
  public void completed(Command command, MediumContent medium) {
    long from = Math.max(address, command.address());
    long to = Math.min(address + length, command.address() + command.bytes());
    if (from >= to) {
      return;
    }
    int at = (int) (from - address);
    int count = (int) (to - from);
    switch (command.kind()) {
      case WRITE -> kept &= !write || medium.matches(from, count, bytes, at);
      case READ -> {
        if (!write) {
          medium.copyOut(from, count, bytes, at);
        }
      }
      case FLUSH -> {}
    }
  }

  /** What a read must deliver. */
  public Content bytes() {
    return bytes;
  }

  /** Whether all that was written arrived. */
  public boolean kept() {
    return kept;
  }
}
