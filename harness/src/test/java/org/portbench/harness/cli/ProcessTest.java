package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.RunResult;
import org.portbench.results.store.ResultStore;

/** The command line as its users meet it: a process. */
final class ProcessTest {
  private static final String[] SMALL = {
    "run", "quick", "--machine", "pc-2003,server-2024", "--operations", "50", "--queue-depth", "3"
  };

  @TempDir Path folder;

  @Test
  void resultsAreTheSameWhereverAndHoweverTheyAreMade() throws Exception {
    List<Run> runs =
        List.of(
            run("serial", "1", "-XX:+UseSerialGC", "-Duser.language=en", "-Duser.timezone=UTC"),
            run(
                "parallel",
                "2",
                "-XX:+UseParallelGC",
                "-Duser.language=de",
                "-Duser.country=DE",
                "-Duser.timezone=Asia/Kathmandu"),
            run("g1", "7", "-XX:+UseG1GC", "-Duser.language=ar", "-Duser.country=EG"));
    for (Run run : runs) {
      assertEquals(0, run.told.code(), run.told.err());
      assertEquals(runs.getFirst().withoutEnvironment(), run.withoutEnvironment());
      assertEquals(runs.getFirst().file("results.csv"), run.file("results.csv"));
      assertEquals(runs.getFirst().file("latency.hlog"), run.file("latency.hlog"));
      assertEquals(runs.getFirst().told.out(), run.told.out());
    }
  }

  @Test
  void theExitCodeIsTheProcesss() throws Exception {
    Told told = new ChildJvm(folder, List.of()).run("run", "--strategy", "copi");
    assertEquals(2, told.code());
    assertEquals("portbench: unknown strategy 'copi'; did you mean copy?", told.oneLine());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterruptKeepsWhatIsFinished() throws Exception {
    Path out = folder.resolve("out");
    ChildJvm jvm = new ChildJvm(folder, List.of());
    Process process =
        jvm.start(
            "run",
            "--size",
            "512,4k",
            "--strategy",
            "direct,null",
            "--layers",
            "0,1,2,3,4,5,6,7",
            "--operations",
            "200000",
            "--jobs",
            "1",
            "--out",
            "out");
    waitForACell(process, out.resolve("cells.jsonl"));
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    Told told = jvm.ended(process);

    assertEquals(130, told.code(), told.err());
    RunResult run = ResultStore.open(out);
    assertFalse(run.complete());
    assertTrue(Files.exists(out.resolve("run.json")));
    int kept = run.cells().size();
    assertTrue(kept >= 1 && kept < 32, "kept " + kept);
    assertEquals("no-layers-touch-nothing", run.cells().getFirst().identity().stack());
    assertEquals(
        "portbench: interrupted: "
            + kept
            + " of 32 cells are finished and kept;"
            + " portbench run --resume out runs the others",
        told.err().lines().toList().getLast());
    assertEquals("", told.out());

    assertEquals(0, Told.of(folder, "report", out.toString()).code());
    assertTrue(Files.exists(out.resolve("report.html")));
  }

  /** The journal has a heading, then a line for each cell. */
  private static void waitForACell(Process process, Path journal) throws Exception {
    while (process.isAlive()) {
      if (Files.exists(journal) && Files.readAllLines(journal).size() > 1) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("ended by itself with " + process.exitValue());
  }

  /** A run in a folder of its own. */
  private record Run(Path out, Told told) {
    String file(String name) throws IOException {
      return Files.readString(out.resolve(name));
    }

    String withoutEnvironment() throws IOException {
      String json = file("run.json");
      String rest = json.replaceAll("(?s)\"environment\": \\{[^{}]*\\},", "");
      assertFalse(rest.equals(json), "no environment was found");
      assertFalse(rest.contains(out.toString()), "a path stands outside of it");
      return rest;
    }
  }

  private Run run(String name, String jobs, String... options) throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    String[] args = java.util.Arrays.copyOf(SMALL, SMALL.length + 4);
    args[SMALL.length] = "--jobs";
    args[SMALL.length + 1] = jobs;
    args[SMALL.length + 2] = "--out";
    args[SMALL.length + 3] = "out";
    return new Run(own.resolve("out"), new ChildJvm(own, List.of(options)).run(args));
  }
}
