package org.portbench.harness.linux.calibrate;

import java.lang.foreign.Arena;
import org.portbench.harness.linux.calibrate.Exchange.Order;
import org.portbench.harness.linux.sys.Futex;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Memfd;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.UnixSocket;

/** The other process, as the measuring one sees it. */
final class Partner implements AutoCloseable {
  static final int PACKET_BYTES = 32;

  private final Process process;
  private final UnixSocket socket;
  private final Memfd memory = Exchange.newMemory();
  private final Mapping mapping = memory.map();
  private final Exchange exchange = new Exchange(mapping.memory());
  private final Futex call = exchange.call();
  private final Futex answer = exchange.answer();
  private int turn;

  private Partner(Process process, UnixSocket socket, Packet packet) {
    this.process = process;
    this.socket = socket;
    packet.attach(memory.descriptor());
    socket.send(packet, PACKET_BYTES);
  }

  static Partner start() {
    String name = "portbench-gauge-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    try (UnixSocket listening = UnixSocket.listening(name);
        Arena arena = Arena.ofConfined()) {
      Process process = new OwnJava(PartnerMain.class).start(name);
      return new Partner(process, listening.accept(), new Packet(arena, PACKET_BYTES));
    }
  }

  UnixSocket socket() {
    return socket;
  }

  /** Asks for an answer and sleeps until it is there. */
  void ping() {
    turn++;
    call.set(turn);
    call.wake();
    awaitAnswer();
  }

  private void awaitAnswer() {
    int seen = answer.value();
    while (seen != turn) {
      answer.await(seen);
      seen = answer.value();
    }
  }

  void pongs() {
    exchange.order(Order.PONG, 0);
  }

  long cpuNs() {
    return ask(Order.CPU_TIME, 0);
  }

  void moveTo(int cpu) {
    ask(Order.MOVE, cpu);
  }

  long wakeTimeNs() {
    return ask(Order.TIME, 0);
  }

  /** Makes it send back so many packets; it is done when it answers. */
  void echo(long packets) {
    exchange.order(Order.ECHO, packets);
    turn++;
    call.set(turn);
    call.wake();
  }

  void echoed() {
    awaitAnswer();
  }

  private long ask(Order order, long argument) {
    exchange.order(order, argument);
    ping();
    return exchange.result();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    socket.close();
    mapping.close();
    memory.close();
  }
}
