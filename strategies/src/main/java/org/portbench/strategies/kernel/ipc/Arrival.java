package org.portbench.strategies.kernel.ipc;

/** How a message came to its receiver. */
public enum Arrival {
  /** It lay in the queue when the receiver came for more. */
  QUEUED,
  /** The receiver slept and was woken. */
  WOKEN,
  /** The receiver slept on the sender's CPU and was handed that with the message. */
  HANDED_OVER
}
