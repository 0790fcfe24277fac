package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.harness.linux.sys.OnLinux;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.results.store.ResultStore;

/** {@code run --tier linux}, from its command line to its report. */
final class LinuxRunTest {
  @TempDir Path home;

  @Test
  @OnLinux
  void aMeasuredRunIsKeptLikeAModeledOneAndSaysThatItIsNone() throws IOException {
    Path out = home.resolve("run");
    Told told = linux(out, "--transport", "socket,ring", "--layers", "0");

    assertEquals(0, told.code(), told.err());
    RunResult run = ResultStore.open(out);
    assertEquals("linux", run.tier());
    assertEquals(2 * 3, run.cells().size());
    for (TrialResult cell : run.cells()) {
      assertEquals(Status.PASSED, cell.status(), cell.reason());
      assertEquals(10, cell.operations());
      assertEquals(10, cell.latencyNs().count());
      assertEquals(0, cell.payload().mismatches());
      assertEquals(2, cell.counters().get("repetitions"));
    }
    assertTrue(told.out().contains("Measured CPU time"), told.out());
    String report = Files.readString(out.resolve("report.md"));
    assertTrue(report.contains("They are not exact"), report);
    assertFalse(report.contains("byte for byte"), report);
  }

  @Test
  @OnLinux
  void measuredRunsAreNotComparedToTheLastUnit() {
    Path out = home.resolve("run");
    assertEquals(0, linux(out, "--layers", "0").code());
    Told told = Told.of(home, "compare", out.toString(), out.toString());
    assertEquals(4, told.code());
    assertTrue(told.err().contains(out + ": was measured (tier linux)"), told.err());
  }

  @Test
  void whereThereIsNoLinuxEveryCellIsSkippedWithItsReason() throws Exception {
    ChildJvm elsewhere = new ChildJvm(home, List.of("-Dos.name=Plan 9"));
    Process process =
        elsewhere.start("run", "--tier", "linux", "--strategy", "direct,copy", "--out", "out");
    Told told = elsewhere.ended(process);

    assertEquals(0, told.code(), told.err());
    RunResult run = ResultStore.open(home.resolve("out"));
    assertTrue(run.complete());
    assertFalse(run.cells().isEmpty());
    for (TrialResult cell : run.cells()) {
      assertEquals(Status.SKIPPED, cell.status());
      assertTrue(cell.reason().startsWith("needs Linux on x86-64 or aarch64"), cell.reason());
    }
    assertTrue(told.out().contains("skipped " + run.cells().size() + " cells: needs Linux"));
  }

  /** A key that interrupts reaches the domains, too. */
  private static void interrupt(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }
  }

  @Test
  @OnLinux
  void anInterruptKeepsWhatWasMeasuredAndLeavesNoProcess() throws Exception {
    Path out = home.resolve("out");
    ChildJvm jvm = new ChildJvm(home, List.of("--enable-native-access=ALL-UNNAMED"));
    Process process =
        jvm.start(
            "run",
            "--tier",
            "linux",
            "--strategy",
            "direct,fd",
            "--device",
            "sink-header",
            "--layers",
            "0",
            "--repetitions",
            "1000",
            "--operations",
            "1000000",
            "--out",
            "out");
    List<ProcessHandle> domains = List.of();
    while (process.isAlive() && domains.size() < 3) {
      Thread.sleep(20);
      domains = process.children().toList();
    }
    interrupt(domains);
    interrupt(List.of(process.toHandle()));
    Told told = jvm.ended(process);

    assertEquals(130, told.code(), told.err());
    for (ProcessHandle domain : domains) {
      domain.onExit().join();
    }
    RunResult run = ResultStore.open(out);
    assertFalse(run.complete());
    assertTrue(run.cells().stream().noneMatch(cell -> cell.status() == Status.FAILED));
    assertTrue(told.err().contains("cells were measured, not all as often"), told.err());
    Told resumed = Told.of(home, "run", "--resume", out.toString());
    assertEquals(4, resumed.code());
    assertTrue(resumed.err().contains("run it again"), resumed.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--machine, pc-2003, '--machine does not go with --tier linux'",
    "--jobs, 2, '--jobs does not go with --tier linux'",
    "--replay, asap, '--replay does not go with --tier linux'",
    "--strategy, fbufs, 'has no strategy ''fbufs'''",
    "--segments, 4, 'has no segments'",
    "--queue-depth, 33, 'a queue depth of at most 32'",
    "--size, 100, 'blocks of 512 bytes up to 16m'",
    "--size, 32m, 'blocks of 512 bytes up to 16m'",
    "--workload, poisson-randread-4k, 'closed loop'",
    "--workload, null-request, 'blocks of 512 bytes'",
    "--device, tape, 'must be one of file, sink-header, sink-data'",
    "--transport, pigeon, 'must be one of socket, ring'",
    "--device-dir, /proc/none, 'no such directory'",
    "--repetitions, 0, 'must be a whole number'"
  })
  void whatLinuxHasNothingLikeIsRefusedInALine(String option, String value, String message) {
    Told told = Told.of(home, "run", "--tier", "linux", option, value);
    assertEquals(2, told.code(), told.err());
    assertTrue(told.err().contains(message), told.err());
    assertEquals(1, told.err().lines().count(), told.err());
  }

  @ParameterizedTest
  @CsvSource({"--transport, ring", "--device, file", "--repetitions, 3", "--device-dir, /tmp"})
  void whatOnlyLinuxHasNeedsItsTier(String option, String value) {
    Told told = Told.of(home, "run", option, value);
    assertEquals(2, told.code(), told.err());
    assertTrue(told.err().contains(option + " needs --tier linux"), told.err());
  }

  @Test
  void aTierThatIsNoneIsRefused() {
    Told told = Told.of(home, "run", "--tier", "moon");
    assertEquals(2, told.code());
    assertTrue(told.err().contains("must be one of model, linux"), told.err());
  }

  private Told linux(Path out, String... more) {
    String[] some = {
      "run",
      "--tier",
      "linux",
      "--strategy",
      "direct,copy,vm-object",
      "--workload",
      "randwrite-4k",
      "--device",
      "sink-data",
      "--operations",
      "10",
      "--repetitions",
      "2",
      "--out",
      out.toString()
    };
    return Told.of(
        home, Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new));
  }
}
