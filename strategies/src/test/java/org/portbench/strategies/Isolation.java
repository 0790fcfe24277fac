package org.portbench.strategies;

/** What happens to data in transit when its sender goes on writing to it. */
public enum Isolation {
  /**
   * The receiver sees what was there at the send, and neither side ever sees the other's writes.
   */
  SNAPSHOT,
  /** Both sides see the same memory; keeping off it until the reply is the sender's part. */
  LIVE,
  /** There is no data. */
  NONE
}
