package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Moves references to pages between files through a pipe of its own: nobody maps them, and the
 * device works from the pages of the object itself.
 */
public final class Splice implements AutoCloseable {
  private static final int SPLICE_F_MOVE = 1;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment from = arena.allocate(ValueLayout.JAVA_LONG);
  private final MemorySegment to = arena.allocate(ValueLayout.JAVA_LONG);
  private final Pipe pipe;
  private final long bytesAtOnce;

  /**
   * @param bytes that should go through the pipe at once; the kernel may grant less
   */
  public Splice(long bytes) {
    pipe = Pipe.open();
    bytesAtOnce = pipe.widen(bytes);
  }

  /** What the pipe holds: each of these many bytes is a round of two system calls. */
  public long bytesAtOnce() {
    return bytesAtOnce;
  }

  /** Splices a range of an object into a place of a file. */
  public void transfer(
      Descriptor source, long sourceOffset, Descriptor target, long targetOffset, long bytes) {
    from.set(ValueLayout.JAVA_LONG, 0, sourceOffset);
    to.set(ValueLayout.JAVA_LONG, 0, targetOffset);
    long left = bytes;
    while (left > 0) {
      long held =
          SystemCall.SPLICE.call(
              source.number(),
              from.address(),
              pipe.write().number(),
              0,
              Math.min(left, bytesAtOnce),
              SPLICE_F_MOVE);
      if (held == 0) {
        throw new IllegalStateException(left + " bytes are missing at the end of the object");
      }
      left -= held;
      for (long inPipe = held; inPipe > 0; ) {
        inPipe -=
            SystemCall.SPLICE.call(
                pipe.read().number(), 0, target.number(), to.address(), inPipe, SPLICE_F_MOVE);
      }
    }
  }

  @Override
  public void close() {
    pipe.close();
    arena.close();
  }
}
