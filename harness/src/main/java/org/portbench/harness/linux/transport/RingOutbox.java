package org.portbench.harness.linux.transport;

import java.lang.foreign.Arena;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.UnixSocket;

/** Into a neighbour's ring; a descriptor goes ahead of its message, by a socket. */
final class RingOutbox implements Outbox {
  private final RingMemory memory;
  private final Ring ring;
  private final UnixSocket side;
  private final Arena arena = Arena.ofConfined();
  private final Packet packet = new Packet(arena, Long.BYTES);

  /**
   * @param down whether the neighbour is below
   */
  RingOutbox(Descriptor shared, UnixSocket side, boolean down) {
    memory = new RingMemory(shared);
    ring = down ? memory.fromAbove() : memory.fromBelow();
    this.side = side;
  }

  @Override
  public void send(Message message) {
    ring.put(message);
    memory.ring();
  }

  @Override
  public void send(Message message, Descriptor descriptor) {
    packet.attach(descriptor);
    side.send(packet, Long.BYTES);
    send(message);
  }

  @Override
  public void close() {
    memory.close();
    side.close();
    arena.close();
  }
}
