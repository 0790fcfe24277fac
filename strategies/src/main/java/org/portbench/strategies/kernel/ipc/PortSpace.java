package org.portbench.strategies.kernel.ipc;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The names of one task. A send right has one name however often it arrives, and is given up as
 * often as it arrived before the name goes; each send-once right has a name of its own.
 */
public final class PortSpace {
  private final Map<PortName, Held> rights = new HashMap<>();
  private final Map<PortRight, PortName> shared = new HashMap<>();
  private int nextName = 1;

  private record Held(PortRight right, int times) {}

  private record Watched(PortSpace space, PortName name) {}

  /** A right arrives: the port has one more, unless the space had it already. */
  public PortName insert(Port port, PortRight.Kind kind) {
    PortRight right = new PortRight(port, kind);
    PortName known = kind == PortRight.Kind.SEND_ONCE ? null : shared.get(right);
    if (known != null) {
      rights.put(known, new Held(right, held(known).times + 1));
      return known;
    }
    PortName name = new PortName(nextName++);
    rights.put(name, new Held(right, 1));
    if (kind != PortRight.Kind.SEND_ONCE) {
      shared.put(right, name);
    }
    port.rightGained(kind);
    return name;
  }

  /**
   * The right behind a name; a name without one is an error of the task. A right to send to a port
   * whose receiver is gone becomes a dead name when it is next looked at.
   */
  public PortRight lookup(PortName name) {
    Held held = held(name);
    boolean sends =
        switch (held.right.kind()) {
          case SEND, SEND_ONCE -> true;
          case RECEIVE, DEAD_NAME -> false;
        };
    if (sends && held.right.port().dead()) {
      shared.remove(held.right, name);
      held.right.port().rightLost(held.right.kind());
      PortRight dead = new PortRight(held.right.port(), PortRight.Kind.DEAD_NAME);
      rights.put(name, new Held(dead, held.times));
      return dead;
    }
    return held.right;
  }

  /**
   * Takes a right out of the space, or makes one of it, for a message; it is counted on its way.
   */
  public PortRight copyIn(PortName name, Disposition disposition) {
    PortRight right = lookup(name);
    if (right.kind() != disposition.needs()) {
      throw new IllegalStateException(
          disposition + " of name " + name.number() + ", which is " + right.kind());
    }
    Port port = right.port();
    switch (disposition) {
      case COPY_SEND, MOVE_SEND -> port.madeSend();
      case MAKE_SEND -> port.makeSend();
      case MAKE_SEND_ONCE, MOVE_SEND_ONCE -> port.madeSendOnce();
      case MOVE_RECEIVE -> {}
    }
    if (disposition.moves()) {
      remove(name);
    }
    return new PortRight(port, disposition.gives());
  }

  /** A right that was on its way arrives. */
  public PortName copyOut(PortRight inTransit) {
    PortName name = insert(inTransit.port(), inTransit.kind());
    inTransit.port().rightLost(inTransit.kind());
    return name;
  }

  /** Tells once that the receiver behind a name is gone, unless the name goes before. */
  public void tellDeath(PortName name, Consumer<Notification> whom) {
    Port port = held(name).right.port();
    port.watchers().death(new Watched(this, name), whom);
  }

  /** Gives a right up once; the last time its name goes. */
  public PortRight remove(PortName name) {
    Held held = held(name);
    if (held.times > 1) {
      rights.put(name, new Held(held.right, held.times - 1));
      return held.right;
    }
    rights.remove(name);
    shared.remove(held.right, name);
    held.right.port().watchers().forget(new Watched(this, name));
    held.right.port().rightLost(held.right.kind());
    return held.right;
  }

  public int size() {
    return rights.size();
  }

  private Held held(PortName name) {
    Held held = rights.get(name);
    if (held == null) {
      throw new IllegalStateException("invalid name " + name.number());
    }
    return held;
  }
}
