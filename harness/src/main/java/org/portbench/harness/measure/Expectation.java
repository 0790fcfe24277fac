package org.portbench.harness.measure;

import org.portbench.hardware.dma.Command;
import org.portbench.hardware.dma.MediumContent;
import org.portbench.hardware.memory.Content;

/**
 * What one read or write must have done to the bytes. A write's bytes are those that the client
 * made; a read's are those that belong on the medium when the device reads them, or those that who
 * answers by itself has put there. All of them have to pass the device, or who answers in its
 * place, and whoever looks at them on the way has to see them.
 */
public final class Expectation {
  private final int length;
  private final boolean write;
  private final Content bytes;
  private long address;
  private int covered;
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

  /**
   * The device has completed a command: what it shares with this belongs on the medium, or is it.
   */
  void completed(Command command, MediumContent truth) {
    long from = Math.max(address, command.address());
    long to = Math.min(address + length, command.address() + command.bytes());
    boolean other = (command.kind() == Command.Kind.WRITE) != write;
    if (from >= to || other) {
      return;
    }
    int at = (int) (from - address);
    int count = (int) (to - from);
    covered += count;
    if (write) {
      truth.copyIn(from, count, bytes, at);
    } else {
      truth.copyOut(from, count, bytes, at);
    }
  }

  /** Somebody has answered in the device's place, once and for all bytes. */
  public void answered(boolean same) {
    covered += length;
    kept &= same;
  }

  /** What whoever looks must see. */
  public Content bytes() {
    return bytes;
  }

  /** Somebody has looked, or compared. */
  public void seen(boolean same) {
    kept &= same;
  }

  /** Whether all bytes passed the device, and nobody saw others. */
  public boolean kept() {
    return kept && covered == length;
  }
}
