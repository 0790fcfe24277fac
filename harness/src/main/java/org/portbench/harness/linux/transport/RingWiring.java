package org.portbench.harness.linux.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Memfd;
import org.portbench.harness.linux.sys.UnixSocket;

/** An object with two rings for each domain, and a pair of sockets beside each hop. */
final class RingWiring implements Transport.Wiring {

  @Override
  public List<List<Descriptor>> wires(int domains) {
    List<Descriptor> rings =
        IntStream.range(0, domains).mapToObj(_ -> Memfd.of(RingMemory.BYTES).descriptor()).toList();
    List<UnixSocket.Pair> sides =
        IntStream.range(0, domains - 1).mapToObj(_ -> UnixSocket.packets()).toList();
    List<List<Descriptor>> wires = new ArrayList<>();
    for (int i = 0; i < domains; i++) {
      List<Descriptor> own = new ArrayList<>(List.of(rings.get(i)));
      if (i > 0) {
        own.add(rings.get(i - 1));
        own.add(sides.get(i - 1).other().descriptor());
      }
      if (i < domains - 1) {
        own.add(rings.get(i + 1));
        own.add(sides.get(i).one().descriptor());
      }
      wires.add(own);
    }
    return wires;
  }

  @Override
  public Neighbours join(Position position, Supplier<Descriptor> given) {
    List<UnixSocket> sides = new ArrayList<>();
    try (Descriptor own = given.get()) {
      Outbox up = position.isClient() ? Neighbours.NOBODY : outbox(given, sides, false);
      Outbox down = position.isDriver() ? Neighbours.NOBODY : outbox(given, sides, true);
      return new Neighbours(new RingInbox(own, sides.getFirst(), sides.getLast()), up, down);
    }
  }

  private static Outbox outbox(Supplier<Descriptor> given, List<UnixSocket> sides, boolean down) {
    try (Descriptor ring = given.get()) {
      UnixSocket side = new UnixSocket(given.get());
      sides.add(side);
      return new RingOutbox(ring, side, down);
    }
  }
}
