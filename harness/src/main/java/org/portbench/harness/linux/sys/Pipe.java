package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A pipe's two ends. */
public record Pipe(Descriptor read, Descriptor write) implements AutoCloseable {
  private static final int O_CLOEXEC = 0x8_0000;
  private static final int F_SETPIPE_SZ = 1031;
  private static final int F_GETPIPE_SZ = 1032;

  /** The kernel takes the number for one of 32 bits: more would wrap, and shrink the pipe. */
  private static final long MOST_BYTES = 1 << 30;

  public static Pipe open() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, 2);
      SystemCall.PIPE2.call(ends.address(), O_CLOEXEC);
      return new Pipe(
          Descriptor.owning(ends.getAtIndex(ValueLayout.JAVA_INT, 0)),
          Descriptor.owning(ends.getAtIndex(ValueLayout.JAVA_INT, 1)));
    }
  }

  /**
   * Asks for room for that many bytes, and takes less where the kernel grants no more to a user.
   *
   * @return what it holds now
   */
  public long widen(long bytes) {
    for (long asked = Math.min(bytes, MOST_BYTES); asked > bytesHeld(); asked /= 2) {
      if (SystemCall.FCNTL.attempt(write.number(), F_SETPIPE_SZ, asked, 0, 0, 0) >= 0) {
        break;
      }
    }
    return bytesHeld();
  }

  public long bytesHeld() {
    return SystemCall.FCNTL.call(write.number(), F_GETPIPE_SZ);
  }

  @Override
  public void close() {
    write.close();
    read.close();
  }
}
