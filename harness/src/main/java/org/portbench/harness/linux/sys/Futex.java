package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * A word of shared memory that processes sleep on. The operations are the shared ones: private ones
 * would wait for the same address of this process alone.
 */
public final class Futex {
  private static final int FUTEX_WAIT = 0;
  private static final int FUTEX_WAKE = 1;
  private static final long NS_PER_SECOND = 1_000_000_000;

  /** The word, with acquire and release. */
  private static final VarHandle WORD = ValueLayout.JAVA_INT.varHandle();

  private final MemorySegment memory;
  private final long offset;

  public Futex(MemorySegment memory, long offset) {
    this.memory = memory;
    this.offset = offset;
  }

  public int value() {
    return (int) WORD.getVolatile(memory, offset);
  }

  public int add(int more) {
    return (int) WORD.getAndAdd(memory, offset, more);
  }

  public void set(int value) {
    WORD.setVolatile(memory, offset, value);
  }

  /** Sleeps while the word is that; may wake without a reason, as after a signal. */
  public void await(int value) {
    waited(SystemCall.FUTEX.once(address(), FUTEX_WAIT, value, 0, 0, 0));
  }

  /**
   * @return false where the time is over
   */
  public boolean await(int value, long timeoutNs) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
      time.setAtIndex(ValueLayout.JAVA_LONG, 0, timeoutNs / NS_PER_SECOND);
      time.setAtIndex(ValueLayout.JAVA_LONG, 1, timeoutNs % NS_PER_SECOND);
      long result = SystemCall.FUTEX.once(address(), FUTEX_WAIT, value, time.address(), 0, 0);
      if (result == -Errno.ETIMEDOUT) {
        return false;
      }
      waited(result);
      return true;
    }
  }

  /** Wakes all who sleep, in whatever process. */
  public long wake() {
    return SystemCall.FUTEX.call(address(), FUTEX_WAKE, Integer.MAX_VALUE);
  }

  private static void waited(long result) {
    if (result != -Errno.EAGAIN && result != -Errno.EINTR) {
      SystemCall.FUTEX.checked(result);
    }
  }

  private long address() {
    return memory.address() + offset;
  }
}
