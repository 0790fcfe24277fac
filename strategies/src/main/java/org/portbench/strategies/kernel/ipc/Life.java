package org.portbench.strategies.kernel.ipc;

/** How often an object that stands for a payload is used. */
enum Life {
  /** Made for one use. */
  ONCE,
  /** In one of several uses. */
  USED,
  /** Given back, until it is used again. */
  ENDED;

  /** Whether what is given back now is used again; no more than once. */
  boolean again(Payload payload) {
    if (this == ENDED) {
      throw new IllegalStateException(payload + " was given back twice");
    }
    return this == USED;
  }
}
