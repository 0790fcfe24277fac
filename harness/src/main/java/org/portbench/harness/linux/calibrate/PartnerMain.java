package org.portbench.harness.linux.calibrate;

import java.lang.foreign.Arena;
import java.util.List;
import org.portbench.harness.linux.sys.Affinity;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Futex;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.Poll;
import org.portbench.harness.linux.sys.UnixSocket;
import org.portbench.harness.linux.sys.Usage;

/**
 * The process that a hop is measured to. It answers the other, and ends with the socket between
 * them, whatever it does then.
 */
public final class PartnerMain {
  private static final int PACKET_BYTES = 32;

  private PartnerMain() {}

  /**
   * @param args the name of the socket on which the other listens
   */
  public static void main(String[] args) {
    try (UnixSocket socket = UnixSocket.connected(args[0]);
        Arena arena = Arena.ofConfined()) {
      Packet packet = new Packet(arena, PACKET_BYTES);
      socket.receive(packet);
      try (Descriptor memory = packet.detach();
          Mapping mapping = Mapping.shared(memory, 0, Exchange.BYTES)) {
        Thread watch = new Thread(() -> endWith(socket.descriptor()), "watch");
        watch.setDaemon(true);
        watch.start();
        answer(new Exchange(mapping.memory()), socket, packet);
      }
    }
  }

  private static void endWith(Descriptor socket) {
    Poll.untilPeerIsGone(socket);
    Runtime.getRuntime().halt(0);
  }

  private static void answer(Exchange exchange, UnixSocket socket, Packet packet) {
    Futex call = exchange.call();
    Futex answer = exchange.answer();
    int last = 0;
    Exchange.Order order;
    do {
      while (call.value() == last) {
        call.await(last);
      }
      long wokeNs = System.nanoTime();
      last = call.value();
      order = exchange.order();
      switch (order) {
        case PONG, END -> {}
        case CPU_TIME -> exchange.result(Usage.threadCpuNs());
        case TIME -> exchange.result(wokeNs);
        case MOVE -> new Affinity(List.of((int) exchange.argument())).applyToThisThread();
        case ECHO -> {
          for (long i = exchange.argument(); i > 0 && socket.receive(packet); i--) {
            socket.send(packet, PACKET_BYTES);
          }
        }
      }
      answer.set(last);
      answer.wake();
    } while (order != Exchange.Order.END);
  }
}
