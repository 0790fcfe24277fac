package org.portbench.harness.measure;

import org.portbench.hardware.dma.Command;
import org.portbench.hardware.dma.MediumContent;
import org.portbench.hardware.memory.Content;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;

/**
 * What one read or write must have done to the bytes. A write's bytes are those that the client
 * made; a read's are those that belong in the file when the device reads them, or when the file
 * system answers from memory. All of them have to pass the device, unless they only go to that
 * memory or come from there, or a layer answers in its place, and whoever looks at them on the way
 * has to see them. Used again for the next read or write.
 */
public final class Expectation {
  private int length;
  private boolean write;
  private Content bytes = new Content(1);
  private long address;
  private int covered;
  private boolean kept;
  private MediumContent live;

  /** The client writes {@code origin}'s bytes. */
  public void write(int newLength, long origin) {
    begin(newLength, true);
    bytes.fill(0, length, origin, 0);
  }

  /** The client wants the bytes that are there. */
  public void read(int newLength) {
    begin(newLength, false);
  }

  private void begin(int newLength, boolean newWrite) {
    length = newLength;
    write = newWrite;
    address = 0;
    covered = 0;
    kept = true;
    live = null;
    if (bytes.size() < length) {
      bytes = new Content(length);
    }
    bytes.fill(0, bytes.size(), Content.ZERO, 0);
  }

  /** Where on the medium that is. */
  public void at(long newAddress) {
    address = newAddress;
  }

  /**
   * The device has completed a command: what it shares with this belongs on the medium, or is it.
   */
  void completed(Command command, MediumContent truth, MediumContent latest) {
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
      latest.copyOut(from, count, bytes, at);
    }
  }

  /** Somebody has answered in the device's place, once and for all bytes. */
  public void answered(boolean same) {
    covered += length;
    kept &= same;
  }

  /** The same with bytes that came from nowhere else. */
  public void answered(long origin) {
    bytes.fill(0, length, origin, 0);
    answered(true);
  }

  /** The file system answers from what it has in memory, as it is now. */
  void fromCache(MediumContent latest) {
    covered = length;
    live = latest;
    latest.copyOut(address, length, bytes, 0);
  }

  /** The file system changes what it has in memory; the device may get the same, now or later. */
  void intoCache(MediumContent latest, boolean only) {
    latest.copyIn(address, length, bytes, 0);
    covered = only ? length : covered;
  }

  /**
   * What whoever looks must see. Where the file system's own pages have crossed by reference that
   * is what is there now, even if it was written in between.
   */
  public Content bytesIn(Payload looked) {
    if (live != null && refers(looked)) {
      live.copyOut(address, length, bytes, 0);
    }
    return bytes;
  }

  private static boolean refers(Payload looked) {
    return switch (looked) {
      case ObjectRanges _, FileRanges _, RegisteredRange _, EntryRanges _ -> true;
      case Payload.Nothing _,
          InlineBytes _,
          AddressRanges _,
          MapCopy _,
          TaskRanges _,
          PageList _,
          PathBuffers _ ->
          false;
    };
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
