package org.portbench.harness.linux.calibrate;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.sys.Futex;
import org.portbench.harness.linux.sys.Memfd;

/**
 * Memory that two processes share: a word for each, on which the other sleeps, and what is asked
 * and answered beside. Each word has a line of its own.
 */
record Exchange(MemorySegment memory) {
  static final long BYTES = 4096;
  private static final long CALL = 0;
  private static final long ANSWER = 64;
  private static final long ORDER = 128;
  private static final long ARGUMENT = 136;
  private static final long RESULT = 144;

  /** What the partner is to do. */
  enum Order {
    /** Answer, nothing else. */
    PONG,
    /** Tell its CPU time. */
    CPU_TIME,
    /** Run on the CPU named by the argument from now on. */
    MOVE,
    /** Tell when it woke. */
    TIME,
    /** Send back so many packets, as the argument says. */
    ECHO,
    END
  }

  static Memfd newMemory() {
    return Memfd.of(BYTES);
  }

  Futex call() {
    return new Futex(memory, CALL);
  }

  Futex answer() {
    return new Futex(memory, ANSWER);
  }

  void order(Order order, long argument) {
    memory.set(JAVA_LONG, ORDER, order.ordinal());
    memory.set(JAVA_LONG, ARGUMENT, argument);
  }

  Order order() {
    return Order.values()[(int) memory.get(JAVA_LONG, ORDER)];
  }

  long argument() {
    return memory.get(JAVA_LONG, ARGUMENT);
  }

  void result(long result) {
    memory.set(JAVA_LONG, RESULT, result);
  }

  long result() {
    return memory.get(JAVA_LONG, RESULT);
  }
}
