package org.portbench.strategies.kernel.ipc;

/** What becomes of a right that is named in a message: Mach's dispositions. */
public enum Disposition {
  COPY_SEND(PortRight.Kind.SEND, PortRight.Kind.SEND, false),
  MOVE_SEND(PortRight.Kind.SEND, PortRight.Kind.SEND, true),
  MAKE_SEND(PortRight.Kind.RECEIVE, PortRight.Kind.SEND, false),
  MAKE_SEND_ONCE(PortRight.Kind.RECEIVE, PortRight.Kind.SEND_ONCE, false),
  MOVE_SEND_ONCE(PortRight.Kind.SEND_ONCE, PortRight.Kind.SEND_ONCE, true),
  MOVE_RECEIVE(PortRight.Kind.RECEIVE, PortRight.Kind.RECEIVE, true);

  private final PortRight.Kind needs;
  private final PortRight.Kind gives;
  private final boolean moves;

  Disposition(PortRight.Kind needs, PortRight.Kind gives, boolean moves) {
    this.needs = needs;
    this.gives = gives;
    this.moves = moves;
  }

  /** What the sender must have. */
  public PortRight.Kind needs() {
    return needs;
  }

  /** What the receiver gets. */
  public PortRight.Kind gives() {
    return gives;
  }

  /** Whether the sender gives up what it had. */
  public boolean moves() {
    return moves;
  }
}
