package org.portbench.strategies.kernel.ipc;

/** What a name in a task's space entitles to. */
public record PortRight(Port port, Kind kind) {

  /** Mach's rights. */
  public enum Kind {
    RECEIVE,
    SEND,
    SEND_ONCE,
    /** What became of a right to send when the receiver was gone. */
    DEAD_NAME
  }
}
