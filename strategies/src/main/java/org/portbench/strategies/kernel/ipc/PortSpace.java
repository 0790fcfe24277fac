package org.portbench.strategies.kernel.ipc;

import java.util.HashMap;
import java.util.Map;

/** The names of one task. A send right has one name however often it arrives. */
public final class PortSpace {
  private final Map<PortName, PortRight> rights = new HashMap<>();
  private int nextName = 1;

  public PortName insert(Port port, PortRight.Kind kind) {
    PortName name = new PortName(nextName++);
    rights.put(name, new PortRight(port, kind));
    port.rightGained(kind);
    return name;
  }

  /** The right behind a name; a name without one is an error of the task. */
  public PortRight lookup(PortName name) {
    PortRight right = rights.get(name);
    if (right == null) {
      throw new IllegalStateException("invalid name " + name.number());
    }
    return right;
  }

  public PortRight remove(PortName name) {
    PortRight right = lookup(name);
    rights.remove(name);
    right.port().rightLost(right.kind());
    return right;
  }

  public int size() {
    return rights.size();
  }
}
