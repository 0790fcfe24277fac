package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.results.store.ResultStore;

final class RunCommandTest {
  private static final List<String> FILES =
      List.of(
          "run.json",
          "results.csv",
          "latency.hlog",
          "latency",
          "report.md",
          "report.html",
          "charts");

  @TempDir Path home;

  @Test
  void aRunLeavesAllItsFilesAndSaysWhatItFound() throws IOException {
    Path out = home.resolve("run");
    Told told = Told.of(home, "run", "quick", "--operations", "20", "--out", out.toString());

    assertEquals(0, told.code(), told.err());
    for (String file : FILES) {
      assertTrue(Files.exists(out.resolve(file)), file);
    }
    assertFalse(Files.exists(out.resolve("cells.jsonl")));
    String cells = "quick: " + 2 * Known.strategies() + " cells, ";
    assertTrue(told.out().startsWith(cells + "all passed\n"), told.out());
    for (String claim : List.of("L1", "L2", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8")) {
      assertTrue(told.out().contains("\n" + claim + "  "), claim);
    }
    assertTrue(told.out().contains("\nserver-2024 "), told.out());
    assertTrue(told.out().strip().endsWith(out + "/report.html"), told.out());
    assertTrue(told.err().startsWith("portbench: running " + cells), told.err());
  }

  @Test
  void aRunHasItsOwnFolderUnlessOneIsNamed() throws IOException {
    String[] small = {"run", "--strategy", "direct", "--operations", "5"};
    assertEquals(0, Told.of(home, small).code());
    assertEquals(0, Told.of(home, small).code());
    try (Stream<Path> runs = Files.list(home.resolve("results/runs"))) {
      List<String> names = runs.map(path -> path.getFileName().toString()).toList();
      assertEquals(2, names.size());
      names.forEach(
          name -> assertTrue(name.matches("\\d{4}-\\d\\d-\\d\\d-\\d{6}-custom(-2)?"), name));
    }
  }

  @Test
  void optionsMakeAMatrix() {
    Path out = home.resolve("run");
    Told told =
        Told.of(
            home,
            "run",
            "--machine",
            "pc-2003,server-2024",
            "--strategy",
            "direct,vm-object",
            "--size",
            "4k,8k",
            "--layers",
            "0,3",
            "--placement",
            "user,kernel",
            "--touch",
            "metadata",
            "--queue-depth",
            "2",
            "--seed",
            "-7",
            "--operations",
            "10",
            "--out",
            out.toString());
    assertEquals(0, told.code(), told.err());
    RunResult run = ResultStore.open(out);
    assertEquals(-7, run.seed());
    assertEquals(2 * 3 * 2 * 2, run.cells().size(), "no layers are nowhere, so once");
    TrialResult first = run.cells().getFirst();
    assertEquals("pc-2003/no-layers-touch-metadata/randread-4k@qd2/direct/n10/s-7", first.id());
    assertEquals("2", first.parameters().get("queueDepth"));
    assertEquals("4096", first.parameters().get("sizeBytes"));
    assertEquals("metadata", first.parameters().get("touch"));
    assertEquals("off", first.parameters().get("iommu"));
    TrialResult last = run.cells().getLast();
    assertEquals("server-2024/kernel3-touch-metadata/randread-8k@qd2/vm-object/n10/s-7", last.id());
    assertEquals("kernel", last.parameters().get("placement"));
    assertEquals("3", last.parameters().get("layers"));
    assertEquals("lazy", last.parameters().get("iommu"));
    assertTrue(run.cells().stream().allMatch(cell -> cell.status() == Status.PASSED));
    assertTrue(run.environment().get("commandLine").startsWith("portbench run --machine pc-2003"));
  }

  @Test
  void aReportIsWrittenAgain() throws IOException {
    Path out = home.resolve("run");
    Told.of(home, "run", "--strategy", "direct,copy", "--operations", "5", "--out", out.toString());
    String html = Files.readString(out.resolve("report.html"));
    Files.delete(out.resolve("report.html"));
    Told told = Told.of(home, "report", out.toString());
    assertEquals(0, told.code(), told.err());
    assertEquals(html, Files.readString(out.resolve("report.html")));
  }

  @Test
  void listsSayWhatThereIs() {
    assertTrue(Told.of(home, "list", "machines").out().contains("pc-2003      "));
    assertTrue(Told.of(home, "list", "strategies").out().contains("vm-object  "));
    assertTrue(Told.of(home, "list", "workloads").out().contains("mixed-70-30  "));
    assertTrue(Told.of(home, "list", "experiments").out().contains("dillon-2003  "));
    String numbers = Told.of(home, "list", "machine", "pc-2003").out();
    assertTrue(
        numbers.lines().anyMatch(l -> l.matches("cpu.system_call_ns +670  ns +verified +P[.] .*")),
        numbers);
  }

  @Test
  void oneIoIsExplainedToThePicosecond() {
    for (String strategy :
        List.of(
            "null",
            "direct",
            "copy",
            "user-iovec",
            "mach-2",
            "mach-3",
            "mach-xnu",
            "fd",
            "vm-object",
            "registered",
            "fbufs",
            "task-port",
            "memory-entry")) {
      Told told = Told.of(home, "explain", "--strategy", strategy, "--size", "64k");
      assertEquals(0, told.code(), told.err());
      assertTrue(told.out().startsWith("read of 64k: " + strategy + " on server-2024, "));
      assertTrue(
          told.out().lines().anyMatch(l -> l.matches(" +latency by the machine's clock .* equal")),
          told.out());
    }
  }

  @Test
  void helpIsHelp() {
    assertTrue(Told.of(home, "--help").out().contains("  5     a cell failed; the others stand\n"));
    assertEquals(Told.of(home, "--help"), Told.of(home));
    for (String command : List.of("run", "list", "explain", "claims", "report")) {
      Told told = Told.of(home, command, "--help");
      assertEquals(0, told.code());
      assertTrue(told.out().startsWith("Usage: portbench " + command), told.out());
      assertEquals("", told.err());
    }
    assertTrue(Told.of(home, "--version").out().startsWith("portbench "));
  }
}
