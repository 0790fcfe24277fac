package org.portbench.harness.linux.sys;

import java.lang.foreign.MemorySegment;

/** An open file, closed once; a number that is used after that would be somebody else's file. */
public final class Descriptor implements AutoCloseable {
  private static final int F_DUPFD_CLOEXEC = 1030;
  private static final int CLOSED = -1;

  private int number;

  private Descriptor(int number) {
    this.number = number;
  }

  /** Takes over a number that a system call has just returned. */
  public static Descriptor owning(long number) {
    return new Descriptor(Math.toIntExact(number));
  }

  public int number() {
    if (number == CLOSED) {
      throw new IllegalStateException("the descriptor is closed");
    }
    return number;
  }

  /** A second descriptor of the same open file. */
  public Descriptor duplicate() {
    return owning(SystemCall.FCNTL.call(number(), F_DUPFD_CLOEXEC, 0));
  }

  /** Reads until the memory is full; fewer bytes mean that the file or the writers ended. */
  public long readFully(MemorySegment into) {
    long done = 0;
    while (done < into.byteSize()) {
      long some = SystemCall.READ.call(number(), into.address() + done, into.byteSize() - done);
      if (some == 0) {
        break;
      }
      done += some;
    }
    return done;
  }

  /** Writes all of the memory, in as many pieces as the kernel wants. */
  public void writeFully(MemorySegment from) {
    long done = 0;
    while (done < from.byteSize()) {
      done += SystemCall.WRITE.call(number(), from.address() + done, from.byteSize() - done);
    }
  }

  /** Reads at an offset until the memory is full or the file ends. */
  public long readFully(MemorySegment into, long offset) {
    long done = 0;
    while (done < into.byteSize()) {
      long some =
          SystemCall.PREAD64.call(
              number(), into.address() + done, into.byteSize() - done, offset + done);
      if (some == 0) {
        break;
      }
      done += some;
    }
    return done;
  }

  /** Writes all of the memory at an offset. */
  public void writeFully(MemorySegment from, long offset) {
    long done = 0;
    while (done < from.byteSize()) {
      done +=
          SystemCall.PWRITE64.call(
              number(), from.address() + done, from.byteSize() - done, offset + done);
    }
  }

  /** Never again after an interruption: the number is free by then. */
  @Override
  public void close() {
    if (number != CLOSED) {
      int closing = number;
      number = CLOSED;
      SystemCall.CLOSE.once(closing, 0, 0, 0, 0, 0);
    }
  }

  @Override
  public String toString() {
    return number == CLOSED ? "closed" : "descriptor " + number;
  }
}
