package org.portbench.harness.linux.sys;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnLinux
final class SocketTest {
  @AutoClose private final Arena arena = Arena.ofConfined();
  private final Packet out = new Packet(arena, 64);
  private final Packet in = new Packet(arena, 64);

  @Test
  void aPacketArrivesWholeAndApartFromTheNext() {
    try (UnixSocket.Pair pair = UnixSocket.packets()) {
      send(pair.one(), 11);
      send(pair.one(), 12);

      assertTrue(pair.other().receive(in));
      assertEquals(11, in.header().get(JAVA_LONG, 0));
      assertEquals(8, in.length());
      assertTrue(pair.other().receive(in));
      assertEquals(12, in.header().get(JAVA_LONG, 0));
    }
  }

  @Test
  void aBodyFollowsItsHeaderInOnePacket() {
    MemorySegment body = arena.allocate(JAVA_LONG, 1000);
    MemorySegment copy = arena.allocate(JAVA_LONG, 1000);
    body.setAtIndex(JAVA_LONG, 999, 42);
    try (UnixSocket.Pair pair = UnixSocket.packets()) {
      pair.one().send(out, 64, body);

      assertTrue(pair.other().receive(in, copy));
      assertEquals(64 + 8000, in.length());
      assertEquals(-1, body.mismatch(copy));
    }
  }

  @Test
  void aDescriptorArrivesAsOneOfTheReceiversOwn() {
    try (UnixSocket.Pair pair = UnixSocket.packets();
        Memfd memfd = Memfd.of(4096)) {
      try (Mapping mapping = memfd.map()) {
        mapping.memory().set(JAVA_LONG, 8, 77);
      }
      out.attach(memfd.descriptor());
      send(pair.one(), 1);
      assertTrue(pair.other().receive(in));
      try (Descriptor received = in.detach();
          Mapping mapping = Mapping.sharedReadOnly(received, 0, 4096)) {
        assertFalse(received.number() == memfd.descriptor().number());
        assertTrue(Memfd.keepsItsSize(received));
        assertEquals(77, mapping.memory().get(JAVA_LONG, 8));
      }
    }
  }

  @Test
  void manyDescriptorsArriveInTheirOrder() {
    List<Memfd> sent = new ArrayList<>();
    try (UnixSocket.Pair pair = UnixSocket.packets()) {
      for (int i = 1; i <= Packet.MOST_DESCRIPTORS; i++) {
        Memfd memfd = Memfd.of(i * 8L);
        sent.add(memfd);
        MemorySegment number = arena.allocateFrom(JAVA_LONG, i);
        memfd.descriptor().writeFully(number, 0);
        out.attach(memfd.descriptor());
      }
      assertThrows(IllegalStateException.class, () -> out.attach(sent.getFirst().descriptor()));
      send(pair.one(), 1);
      assertTrue(pair.other().receive(in));
      assertEquals(Packet.MOST_DESCRIPTORS, in.descriptorsLeft());
      for (int i = 1; i <= Packet.MOST_DESCRIPTORS; i++) {
        try (Descriptor received = in.detach()) {
          MemorySegment number = arena.allocate(JAVA_LONG);
          received.readFully(number, 0);
          assertEquals(i, number.get(JAVA_LONG, 0));
        }
      }
    } finally {
      sent.forEach(Memfd::close);
    }
  }

  @Test
  void aDescriptorThatNobodyTookIsClosedWithTheNextPacket() throws IOException {
    try (UnixSocket.Pair pair = UnixSocket.packets();
        Memfd memfd = Memfd.of(4096)) {
      long before = open();
      out.attach(memfd.descriptor());
      send(pair.one(), 1);
      send(pair.one(), 2);
      pair.other().receive(in);
      assertEquals(before + 1, open());
      pair.other().receive(in);
      assertEquals(before, open());
    }
  }

  @Test
  void whoReceivesFromAClosedPeerIsToldSo() {
    try (UnixSocket.Pair pair = UnixSocket.packets()) {
      send(pair.one(), 5);
      pair.one().close();

      assertTrue(pair.other().receive(in), "what was sent before still arrives");
      assertFalse(pair.other().receive(in));
      Poll.untilPeerIsGone(pair.other().descriptor());
    }
  }

  @Test
  void whoSendsToAClosedPeerIsToldSoAndLives() {
    try (UnixSocket.Pair pair = UnixSocket.packets();
        UnixSocket.Pair bytes = UnixSocket.bytes()) {
      pair.one().close();
      bytes.one().close();
      SystemCallException e = assertThrows(SystemCallException.class, () -> send(pair.other(), 1));
      assertEquals(Errno.EPIPE, e.errno());
      assertThrows(SystemCallException.class, () -> bytes.other().sendFully(arena.allocate(10)));
    }
  }

  @Test
  void aPacketLongerThanExpectedIsNoPacket() {
    try (UnixSocket.Pair pair = UnixSocket.packets()) {
      pair.one().send(out, 64, arena.allocate(1));
      assertThrows(IllegalStateException.class, () -> pair.other().receive(in));
    }
  }

  @Test
  void aNameInTheAbstractSpaceLeadsToWhoListens() {
    String name = "portbench-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    try (UnixSocket listening = UnixSocket.listening(name);
        UnixSocket client = UnixSocket.connected(name);
        UnixSocket server = listening.accept()) {
      assertEquals(ProcessHandle.current().pid(), server.peerProcess());
      send(client, 3);
      assertEquals(
          List.of(0), Poll.wait(List.of(server.descriptor()), Poll.READABLE, 1_000_000_000));
      assertTrue(server.receive(in));
      assertEquals(List.of(), Poll.wait(List.of(server.descriptor()), Poll.READABLE, 0));
    }
    SystemCallException e =
        assertThrows(SystemCallException.class, () -> UnixSocket.connected(name));
    assertEquals(Errno.ECONNREFUSED, e.errno());
  }

  private void send(UnixSocket socket, long number) {
    out.header().set(JAVA_LONG, 0, number);
    socket.send(out, Long.BYTES);
  }

  private static long open() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
