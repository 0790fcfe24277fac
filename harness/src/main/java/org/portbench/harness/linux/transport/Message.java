package org.portbench.harness.linux.transport;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * A request or its reply: 32 bytes, whatever the strategy. It is used over and over, so that
 * passing one makes no garbage.
 */
public final class Message {
  /** What a message takes on its way. */
  public static final int BYTES = 32;

  private static final Kind[] KINDS = Kind.values();

  private Kind kind = Kind.MARK;
  private int slot;
  private int length;
  private long offset;
  private long stamp;

  /** What is asked for, going down, or has been done, going up. */
  public enum Kind {
    READ,
    WRITE,
    /** The answer to a read, on its way up. */
    WAS_READ,
    /** The answer to a write. */
    WAS_WRITTEN,
    /** From here on, work is charged. */
    MARK,
    MARKED,
    /** No more requests come. */
    END,
    ENDED
  }

  /**
   * @param newSlot which of its buffers the client means
   * @param newOffset in the device
   * @param newStamp from which the content follows
   */
  public void ask(Kind newKind, int newSlot, int newLength, long newOffset, long newStamp) {
    kind = newKind;
    slot = newSlot;
    length = newLength;
    offset = newOffset;
    stamp = newStamp;
  }

  void copy(Message other) {
    ask(other.kind, other.slot, other.length, other.offset, other.stamp);
  }

  /** The same, said of something else. */
  public Message as(Kind newKind) {
    kind = newKind;
    return this;
  }

  public Kind kind() {
    return kind;
  }

  public int slot() {
    return slot;
  }

  public int length() {
    return length;
  }

  public long offset() {
    return offset;
  }

  public long stamp() {
    return stamp;
  }

  void write(MemorySegment memory, long at) {
    memory.set(JAVA_INT, at, kind.ordinal());
    memory.set(JAVA_INT, at + 4, slot);
    memory.set(JAVA_LONG, at + 8, offset);
    memory.set(JAVA_INT, at + 16, length);
    memory.set(JAVA_LONG, at + 24, stamp);
  }

  void read(MemorySegment memory, long at) {
    kind = KINDS[memory.get(JAVA_INT, at)];
    slot = memory.get(JAVA_INT, at + 4);
    offset = memory.get(JAVA_LONG, at + 8);
    length = memory.get(JAVA_INT, at + 16);
    stamp = memory.get(JAVA_LONG, at + 24);
  }

  @Override
  public String toString() {
    return "%s of %d bytes at %d in slot %d".formatted(kind, length, offset, slot);
  }
}
