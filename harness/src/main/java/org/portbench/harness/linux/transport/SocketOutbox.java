package org.portbench.harness.linux.transport;

import java.lang.foreign.Arena;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.UnixSocket;

/** One {@code sendmsg} for a message, with its descriptor. */
final class SocketOutbox implements Outbox {
  private final UnixSocket socket;
  private final Arena arena = Arena.ofConfined();
  private final Packet packet = new Packet(arena, Message.BYTES);

  SocketOutbox(UnixSocket socket) {
    this.socket = socket;
  }

  @Override
  public void send(Message message) {
    message.write(packet.header(), 0);
    socket.send(packet, Message.BYTES);
  }

  @Override
  public void send(Message message, Descriptor descriptor) {
    packet.attach(descriptor);
    send(message);
  }

  @Override
  public void close() {
    socket.close();
    arena.close();
  }
}
