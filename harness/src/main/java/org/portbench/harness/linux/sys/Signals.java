package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What this process does about signals. There are no handlers: no Java code may run in one. */
public final class Signals {
  private static final int SIGINT = 2;
  private static final long SIG_IGN = 1;

  /** The kernel's own structure: handler, flags, restorer, mask. */
  private static final int SIGACTION_BYTES = 32;

  private static final int MASK_BYTES = 8;

  private Signals() {}

  /** A key that interrupts the harness reaches all processes of its terminal. */
  public static void ignoreInterrupts() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment action = arena.allocate(SIGACTION_BYTES, Long.BYTES);
      action.set(ValueLayout.JAVA_LONG, 0, SIG_IGN);
      SystemCall.RT_SIGACTION.call(SIGINT, action.address(), 0, MASK_BYTES);
    }
  }
}
