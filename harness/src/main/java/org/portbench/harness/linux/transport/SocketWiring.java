package org.portbench.harness.linux.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.UnixSocket;

/** A pair of sockets for each domain: it holds one end, and both of its neighbours the other. */
final class SocketWiring implements Transport.Wiring {

  @Override
  public List<List<Descriptor>> wires(int domains) {
    List<UnixSocket.Pair> ports =
        IntStream.range(0, domains).mapToObj(_ -> UnixSocket.packets()).toList();
    List<List<Descriptor>> wires = new ArrayList<>();
    for (int i = 0; i < domains; i++) {
      List<Descriptor> own = new ArrayList<>(List.of(ports.get(i).one().descriptor()));
      if (i > 0) {
        own.add(ports.get(i - 1).other().descriptor());
      }
      if (i < domains - 1) {
        own.add(ports.get(i + 1).other().descriptor());
      }
      wires.add(own);
    }
    return wires;
  }

  @Override
  public Neighbours join(Position position, Supplier<Descriptor> given) {
    Inbox inbox = new SocketInbox(new UnixSocket(given.get()));
    Outbox up = position.isClient() ? Neighbours.NOBODY : outbox(given);
    Outbox down = position.isDriver() ? Neighbours.NOBODY : outbox(given);
    return new Neighbours(inbox, up, down);
  }

  private static Outbox outbox(Supplier<Descriptor> given) {
    return new SocketOutbox(new UnixSocket(given.get()));
  }
}
