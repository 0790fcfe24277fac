package org.portbench.harness.linux.transport;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.portbench.harness.linux.sys.Descriptor;

/** How messages travel between the domains of a stack. */
public enum Transport {
  SOCKET(new SocketWiring()),
  RING(new RingWiring());

  /** The descriptors behind it, on the side that hands them out and on the side that uses them. */
  interface Wiring {
    List<List<Descriptor>> wires(int domains);

    Neighbours join(Position position, Supplier<Descriptor> given);
  }

  private final Wiring wiring;

  Transport(Wiring wiring) {
    this.wiring = wiring;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What each domain is to be given, in this order; the caller closes its own copies. */
  public List<List<Descriptor>> wires(int domains) {
    return wiring.wires(domains);
  }

  /** Takes what was given and makes boxes of it. */
  public Neighbours join(Position position, Supplier<Descriptor> given) {
    return wiring.join(position, given);
  }
}
