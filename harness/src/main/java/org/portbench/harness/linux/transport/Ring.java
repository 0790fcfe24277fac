package org.portbench.harness.linux.transport;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * Messages in shared memory, from one process to one other. Head and tail have cache lines of their
 * own.
 */
record Ring(MemorySegment memory, long at) {
  private static final VarHandle WORD = JAVA_INT.varHandle();
  private static final int SLOTS = 128;
  private static final long LINE = 64;
  private static final long TAIL = 0;
  private static final long HEAD = LINE;
  private static final long FIRST = 2 * LINE;

  static final long BYTES = FIRST + (long) SLOTS * Message.BYTES;

  void put(Message message) {
    int tail = memory.get(JAVA_INT, at + TAIL);
    if (tail - (int) WORD.getAcquire(memory, at + HEAD) == SLOTS) {
      throw new IllegalStateException("more than " + SLOTS + " messages are under way");
    }
    message.write(memory, slot(tail));
    WORD.setVolatile(memory, at + TAIL, tail + 1);
  }

  /**
   * @return false where there is none
   */
  boolean take(Message into) {
    int head = memory.get(JAVA_INT, at + HEAD);
    if (head == (int) WORD.getVolatile(memory, at + TAIL)) {
      return false;
    }
    into.read(memory, slot(head));
    WORD.setRelease(memory, at + HEAD, head + 1);
    return true;
  }

  private long slot(int index) {
    return at + FIRST + (long) (index & (SLOTS - 1)) * Message.BYTES;
  }
}
