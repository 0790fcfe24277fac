package org.portbench.harness.linux.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.harness.linux.domain.WarmUp;
import org.portbench.harness.linux.sys.OnLinux;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;

/** Any process may be killed at any time: the cell fails with a word, and nothing is left. */
@OnLinux
final class DeathTest {
  private static final int MANY = 1_000_000;

  @TempDir Path directory;

  private static long descriptors;

  /** Starting a process for the first time opens files that stay open. */
  @BeforeAll
  static void count() {
    try (Bench warm = new Bench(Path.of(""), Placement.ONE_CPU)) {
      warm.run(Small.of(WayKind.DIRECT).cell(), WarmUp.NONE, 1);
    }
    descriptors = Kernel.descriptors();
  }

  @ParameterizedTest
  @CsvSource({
    "0, the client, COPY, SOCKET",
    "1, layer 1, FD, RING",
    "2, the driver, MACH_3, SOCKET"
  })
  void aKilledProcessFailsItsCellAndTheNextOneRuns(
      int domain, String name, WayKind way, Transport transport) throws InterruptedException {
    LinuxCell cell = Small.of(way).over(transport).cell();
    try (Bench bench = new Bench(directory, Placement.ALTERNATING)) {
      bench.run(cell, WarmUp.NONE, 10);
      List<Long> before = bench.pids();
      Thread killer = new Thread(() -> kill(before.get(domain)));
      killer.start();
      ChainException e =
          assertThrows(ChainException.class, () -> bench.run(cell, WarmUp.NONE, MANY));
      killer.join();
      assertTrue(e.getMessage().contains("ended with 137"), e.getMessage());
      assertTrue(e.getMessage().contains(name), e.getMessage());
      before.forEach(DeathTest::assertGone);

      assertEquals(10, bench.run(cell, WarmUp.NONE, 10).latencies().getTotalCount());
    }
    assertNothingLeft();
  }

  @Test
  void aProcessThatDiesBetweenRepetitionsIsReplaced() {
    LinuxCell cell = Small.of(WayKind.VM_OBJECT).cell();
    try (Bench bench = new Bench(directory, Placement.ALTERNATING)) {
      bench.run(cell, WarmUp.NONE, 10);
      long layer = bench.pids().get(1);
      ProcessHandle.of(layer).orElseThrow().destroyForcibly();
      ProcessHandle.of(layer).ifPresent(process -> process.onExit().join());
      assertThrows(ChainException.class, () -> bench.run(cell, WarmUp.NONE, 10));
      assertEquals(10, bench.run(cell, WarmUp.NONE, 10).latencies().getTotalCount());
    }
    assertNothingLeft();
  }

  @Test
  void success() {
    try (Bench bench = new Bench(directory, Placement.ALTERNATING)) {
      for (WayKind way : WayKind.values()) {
        bench.run(Small.of(way).over(Transport.RING).cell(), WarmUp.NONE, 5);
      }
    }
    assertNothingLeft();
  }

  @Test
  void aHarnessThatIsKilledTakesItsProcessesWithIt() throws Exception {
    Process harness = OtherHarness.start(directory);
    boolean started = false;
    for (int i = 0; i < 600 && !started; i++) {
      LockSupport.parkNanos(50_000_000);
      started = Kernel.domains(harness.pid()).size() == 3;
    }
    assertTrue(started, "three domains run");
    harness.destroyForcibly().waitFor();
    for (int i = 0; i < 600 && !Kernel.domains(harness.pid()).isEmpty(); i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertEquals(List.of(), Kernel.domains(harness.pid()));
  }

  private void assertNothingLeft() {
    assertEquals(descriptors, Kernel.descriptors(), "descriptors");
    assertEquals(0, Kernel.objectsMapped(), "mapped objects");
    assertEquals(0, Kernel.namedSockets(), "sockets");
    assertEquals(List.of(), Kernel.domains(ProcessHandle.current().pid()), "processes");
  }

  private static void kill(long pid) {
    LockSupport.parkNanos(100_000_000);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static void assertGone(long pid) {
    assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), "process " + pid);
  }
}
