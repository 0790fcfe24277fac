package org.portbench.harness.workload;

/** When a client asks. */
public sealed interface Pace {

  /**
   * Closed loop: a new operation starts when one of {@code queueDepth} ends, {@code thinkTimePs}
   * later.
   *
   * @param orderPerFile operations of one file start only after the earlier ones of it have ended
   */
  record ClosedLoop(int queueDepth, long thinkTimePs, boolean orderPerFile) implements Pace {}

  /** Open loop: operations start when they arrive, however many are outstanding. */
  record OpenLoop(ArrivalProcess arrivals) implements Pace {}

  /** Open loop: each operation starts at its own recorded time. */
  record Timed() implements Pace {}
}
