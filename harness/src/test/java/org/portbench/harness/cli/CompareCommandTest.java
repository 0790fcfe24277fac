package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {
  @TempDir Path home;
  private TinySuite suite;
  private Path base;

  @BeforeEach
  void runABase() throws IOException {
    suite = TinySuite.in(home);
    base = run("base");
  }

  @Test
  void equalRuns_areTheSame() {
    Told told = compare(run("head"));
    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().matches("2 cells, all the same: \\d+ metrics\n"), told.out());
  }

  @Test
  void everyMetricIsShownOnRequest() {
    Told told = compare(run("head"), "--all");
    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().contains("  counters.systemCalls "), told.out());
    assertTrue(told.out().contains("  1.000000  smaller  same\n"), told.out());
  }

  @Test
  void whatDiffers_isNamedWithItsReason() throws IOException {
    suite.machine("system_call_ns", "670", "671");
    Path head = run("head");
    Told told = compare(head, "--any-inputs");
    assertEquals(1, told.code(), told.err());
    assertTrue(told.out().contains("  machine mine cpu.system_call_ns"), told.out());
    assertTrue(told.out().contains("other numbers behind its names"), told.out());
    assertTrue(told.out().contains("  totalsPs.trap"), told.out());
    assertFalse(told.out().contains("counters."), told.out());
    assertTrue(
        told.out().strip().lines().toList().getLast().startsWith("2 cells, 0 the same, 2 changed"),
        told.out());
    Told back = Told.of(home, "compare", head.toString(), base.toString(), "--any-inputs");
    assertEquals(1, back.code());
    assertTrue(back.out().contains(" better\n"), back.out());
  }

  @Test
  void cellsThatRestOnOtherNumbers_areRefused_andTheirNumbersNamed() throws IOException {
    suite.machine("system_call_ns", "670", "671");
    Path head = run("head");
    Told told = compare(head);
    assertEquals(4, told.code(), told.err());
    assertTrue(told.out().contains("  machine mine cpu.system_call_ns"), told.out());
    assertTrue(told.out().endsWith("no cell is compared\n"), told.out());
    assertEquals(
        "portbench: %s: the cell mine/user2-touch-nothing/randread-4k/copy/n20/s1 rests on other"
                .formatted(head)
            + " numbers than in "
            + base
            + "; it is not compared",
        told.err().lines().findFirst().orElseThrow());
    assertEquals(2, told.err().lines().count(), told.err());
  }

  @Test
  void otherCells_areRefusedByName() {
    Told told = compare(run("head", "--strategy", "copy", "--operations", "30"));
    assertEquals(4, told.code());
    assertTrue(
        told.err()
            .contains(
                base
                    + ": the cell mine/user2-touch-nothing/randread-4k/copy/n20/s1 has no"
                    + " counterpart in "),
        told.err());
    assertTrue(told.err().contains("nothing is compared"), told.err());
    assertTrue(told.out().contains("  operations 30    -        present\n"), told.out());
    assertTrue(told.out().contains("  strategy direct  present  -\n"), told.out());
    assertTrue(told.out().endsWith("no cell is compared\n"), told.out());
  }

  @Test
  void anInterruptedRun_isRefused() throws IOException {
    Path head = run("head");
    Path json = head.resolve("run.json");
    Files.writeString(
        json, Files.readString(json).replace("\"complete\": true", "\"complete\": false"));
    Told told = compare(head);
    assertEquals(4, told.code());
    assertTrue(told.err().contains(head + ": the run was interrupted after 2 cells"), told.err());
  }

  @Test
  void aFailedCell_isNoPass() throws IOException {
    Path head = run("head");
    Path json = head.resolve("run.json");
    Files.writeString(
        json,
        Files.readString(json).replaceFirst("\"status\": \"passed\"", "\"status\": \"failed\""));
    Told told = compare(head);
    assertEquals(5, told.code(), told.err());
    assertTrue(told.err().contains("/copy/n20/s1 failed"), told.err());
  }

  @Test
  void whatIsNoRun_isOneLine() {
    Told absent = compare(home.resolve("nothing"));
    assertEquals(2, absent.code());
    assertEquals("portbench: " + home.resolve("nothing") + ": no such directory", absent.oneLine());
    assertEquals(4, compare(home).code());
    assertEquals(2, Told.of(home, "compare", base.toString()).code());
  }

  private Told compare(Path head, String... more) {
    List<String> args = new ArrayList<>(List.of("compare", base.toString(), head.toString()));
    args.addAll(List.of(more));
    return Told.of(home, args.toArray(String[]::new));
  }

  private Path run(String name, String... more) {
    Path out = home.resolve(name);
    List<String> args =
        new ArrayList<>(List.of("run", suite.file().toString(), "--out", out.toString()));
    args.addAll(List.of(more));
    Told told = Told.of(home, args.toArray(String[]::new));
    assertEquals(0, told.code(), told.err());
    return out;
  }
}
