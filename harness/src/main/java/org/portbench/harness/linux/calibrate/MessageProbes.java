package org.portbench.harness.linux.calibrate;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Memfd;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.Pipe;
import org.portbench.harness.linux.sys.UnixSocket;

/** Packets, descriptors and pipes within one process: nobody has to be woken. */
final class MessageProbes implements Bench.Group {
  private static final int MESSAGE_BYTES = 32;
  private static final int ROUNDS = 40;
  private static final int AT_ONCE = 16;
  private static final int PIPE_BYTES = 65_536;

  private final Packet sent;
  private final Packet received;
  private final MemorySegment small;
  private final MemorySegment large;
  private final UnixSocket.Pair sockets;
  private final Memfd object;
  private final Pipe pipe;
  private final Descriptor[] installed = new Descriptor[AT_ONCE];

  MessageProbes(Bench bench) {
    Arena arena = bench.arena();
    sent = new Packet(arena, MESSAGE_BYTES);
    received = new Packet(arena, MESSAGE_BYTES);
    small = arena.allocate(MESSAGE_BYTES, Long.BYTES);
    large = arena.allocate(PIPE_BYTES, 4096);
    sockets = bench.keep(UnixSocket.packets());
    object = bench.keep(Memfd.of(4096));
    pipe = bench.keep(Pipe.open());
  }

  static Set<Quantity> quantities() {
    Set<Quantity> all = Bench.range(Quantity.SOCKET_SEND, Quantity.PIPE_64K);
    all.remove(Quantity.SOCKET_HOP);
    return all;
  }

  @Override
  public void open(Bench bench) {
    bench.add(Quantity.SOCKET_SEND, () -> packets(true));
    bench.add(Quantity.SOCKET_RECEIVE, () -> packets(false));
    bench.add(Quantity.DESCRIPTOR_SEND, () -> descriptors(Quantity.DESCRIPTOR_SEND));
    bench.add(Quantity.DESCRIPTOR_RECEIVE, () -> descriptors(Quantity.DESCRIPTOR_RECEIVE));
    bench.add(Quantity.DESCRIPTOR_CLOSE, () -> descriptors(Quantity.DESCRIPTOR_CLOSE));
    bench.add(Quantity.PIPE_WRITE, () -> pipe(true));
    bench.add(Quantity.PIPE_READ, () -> pipe(false));
    bench.add(Quantity.PIPE_64K, this::largePipe);
  }

  private double packets(boolean sending) {
    Watch sends = new Watch();
    Watch receipts = new Watch();
    for (int round = 0; round < ROUNDS; round++) {
      sends.start();
      for (int i = 0; i < AT_ONCE; i++) {
        sockets.one().send(sent, MESSAGE_BYTES);
      }
      sends.stop();
      receipts.start();
      for (int i = 0; i < AT_ONCE; i++) {
        sockets.other().receive(received);
      }
      receipts.stop();
    }
    return (sending ? sends : receipts).nsPer((double) ROUNDS * AT_ONCE);
  }

  private double descriptors(Quantity asked) {
    Watch sends = new Watch();
    Watch receipts = new Watch();
    Watch closes = new Watch();
    for (int round = 0; round < ROUNDS; round++) {
      sends.start();
      for (int i = 0; i < AT_ONCE; i++) {
        sent.attach(object.descriptor());
        sockets.one().send(sent, MESSAGE_BYTES);
      }
      sends.stop();
      receipts.start();
      for (int i = 0; i < AT_ONCE; i++) {
        sockets.other().receive(received);
        installed[i] = received.detach();
      }
      receipts.stop();
      closes.start();
      for (int i = 0; i < AT_ONCE; i++) {
        installed[i].close();
      }
      closes.stop();
    }
    Watch watch =
        switch (asked) {
          case DESCRIPTOR_SEND -> sends;
          case DESCRIPTOR_RECEIVE -> receipts;
          default -> closes;
        };
    return watch.nsPer((double) ROUNDS * AT_ONCE);
  }

  private double pipe(boolean writing) {
    Watch writes = new Watch();
    Watch reads = new Watch();
    for (int round = 0; round < ROUNDS; round++) {
      writes.start();
      for (int i = 0; i < AT_ONCE; i++) {
        pipe.write().writeFully(small);
      }
      writes.stop();
      reads.start();
      for (int i = 0; i < AT_ONCE; i++) {
        pipe.read().readFully(small);
      }
      reads.stop();
    }
    return (writing ? writes : reads).nsPer((double) ROUNDS * AT_ONCE);
  }

  private double largePipe() {
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < ROUNDS; i++) {
      pipe.write().writeFully(large);
      pipe.read().readFully(large);
    }
    watch.stop();
    return watch.nsPer(ROUNDS);
  }
}
