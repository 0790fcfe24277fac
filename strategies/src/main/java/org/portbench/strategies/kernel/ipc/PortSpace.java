package org.portbench.strategies.kernel.ipc;

import java.util.HashMap;
import java.util.Map;

/**
 * The names of one task. A send right has one name however often it arrives, and is given up as
 * often as it arrived before the name goes; each send-once right has a name of its own.
 */
public final class PortSpace {
  private final Map<PortName, Held> rights = new HashMap<>();
  private final Map<PortRight, PortName> shared = new HashMap<>();
  private int nextName = 1;

  private record Held(PortRight right, int times) {}

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

  /** The right behind a name; a name without one is an error of the task. */
  public PortRight lookup(PortName name) {
    return held(name).right;
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
