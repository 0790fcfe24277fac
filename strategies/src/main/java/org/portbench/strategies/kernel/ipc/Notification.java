package org.portbench.strategies.kernel.ipc;

/**
 * What a port tells whoever asked for it, once.
 *
 * @param makeSends how often a send right to it had been made by then
 */
public record Notification(Kind kind, Port about, int makeSends) {

  /** Mach's notifications, as far as they tell of ports that others hold. */
  public enum Kind {
    /** The last send right is gone. */
    NO_SENDERS,
    /** The receiver is gone: a name for the port is dead. */
    DEAD_NAME
  }
}
