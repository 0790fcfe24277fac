package org.portbench.harness.linux.sys;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The kernel takes and gives what it likes at a time, and signals come in between. */
@OnLinux
final class PartialTransferTest {
  private static final long MORE_THAN_A_PIPE = 3_000_008;

  /** With it the JVM's channels wake a thread from a call; its handler does nothing. */
  private static final int WAKING_SIGNAL = 62;

  @AutoClose private final Arena arena = Arena.ofShared();
  private final MemorySegment sent = arena.allocate(MORE_THAN_A_PIPE, 8);
  private final MemorySegment received = arena.allocate(MORE_THAN_A_PIPE, 8);

  PartialTransferTest() {
    for (long i = 0; i < MORE_THAN_A_PIPE / 8; i++) {
      sent.setAtIndex(JAVA_LONG, i, i * 0x9E37_79B9_7F4A_7C15L);
    }
  }

  @Test
  void aPipeTakesMoreThanItHolds() throws InterruptedException {
    try (Pipe pipe = Pipe.open()) {
      assertTrue(pipe.bytesHeld() < MORE_THAN_A_PIPE);
      transfer(from -> pipe.write().writeFully(from), pipe.read());
    }
  }

  @Test
  void aSocketOfBytesTakesMoreThanItHolds() throws InterruptedException {
    try (UnixSocket.Pair pair = UnixSocket.bytes()) {
      transfer(pair.one()::sendFully, pair.other().descriptor());
    }
  }

  private void transfer(Consumer<MemorySegment> writer, Descriptor reader)
      throws InterruptedException {
    Thread thread = new Thread(() -> writer.accept(sent));
    thread.start();
    assertEquals(MORE_THAN_A_PIPE, reader.readFully(received));
    thread.join();
    assertEquals(-1, sent.mismatch(received));
  }

  @Test
  void theEndOfTheWritersIsTheEndOfTheRead() {
    try (Pipe pipe = Pipe.open()) {
      pipe.write().writeFully(sent.asSlice(0, 100));
      pipe.write().close();
      assertEquals(100, pipe.read().readFully(received));
    }
  }

  @Test
  void aReadAtTheEndOfAFileIsShort() {
    try (Memfd memfd = Memfd.of(8192)) {
      memfd.descriptor().writeFully(sent.asSlice(0, 8192), 0);
      assertEquals(4096, memfd.descriptor().readFully(received.asSlice(0, 8192), 4096));
      assertEquals(-1, sent.asSlice(4096, 4096).mismatch(received.asSlice(0, 4096)));
    }
  }

  @Test
  void aSignalInterruptsACallButNotATransfer() throws InterruptedException, IOException {
    java.nio.channels.Pipe.open().source().close();
    assumeTrue(caught(WAKING_SIGNAL), "this JVM wakes its threads in another way");
    AtomicLong threadId = new AtomicLong();
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicBoolean arrived = new AtomicBoolean();
    try (Pipe pipe = Pipe.open()) {
      Thread reader =
          new Thread(() -> {
            threadId.set(SystemCall.GETTID.call());
            long once = SystemCall.READ.once(pipe.read().number(), received.address(), 1, 0, 0, 0);
            interrupted.set(once == -Errno.EINTR);
            arrived.set(pipe.read().readFully(received.asSlice(0, 64)) == 64);
          });
      reader.start();
      while (!interrupted.get() && reader.isAlive()) {
        signal(threadId.get());
      }
      for (int i = 0; i < 5; i++) {
        signal(threadId.get());
      }
      assertTrue(reader.isAlive(), "the transfer goes on");
      pipe.write().writeFully(sent.asSlice(0, 64));
      reader.join();
    }
    assertTrue(interrupted.get());
    assertTrue(arrived.get());
  }

  private static void signal(long threadId) throws InterruptedException {
    Thread.sleep(5);
    if (threadId != 0) {
      SystemCall.TGKILL.call(SystemCall.GETPID.call(), threadId, WAKING_SIGNAL);
    }
  }

  private static boolean caught(int signal) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigCgt:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(mask -> (mask & 1L << (signal - 1)) != 0);
  }
}
