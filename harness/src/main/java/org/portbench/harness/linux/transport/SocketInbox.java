package org.portbench.harness.linux.transport;

import java.lang.foreign.Arena;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.UnixSocket;

/**
 * A socket that both neighbours send to: one {@code recvmsg} for a message, with its descriptor.
 */
final class SocketInbox implements Inbox {
  private final UnixSocket socket;
  private final Arena arena = Arena.ofConfined();
  private final Packet packet = new Packet(arena, Message.BYTES);

  SocketInbox(UnixSocket socket) {
    this.socket = socket;
  }

  @Override
  public void receive(Message into) {
    if (!socket.receive(packet)) {
      throw new IllegalStateException("the neighbours are gone");
    }
    into.read(packet.header(), 0);
  }

  @Override
  public Descriptor descriptor(Message with) {
    return packet.detach();
  }

  @Override
  public void close() {
    socket.close();
    arena.close();
  }
}
