package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.harness.console.Ink;

class MicroCommandTest {
  @TempDir Path home;

  @Test
  void theBenchmarksAreListed_everyStrategyAmongThem() {
    Told told = Told.of(home, "micro", "--list");
    assertEquals(0, told.code());
    List<String> names = told.out().lines().toList();
    for (String name :
        List.of("queue.hold.portbench.32", "queue.hold.ssj-splay-tree.1024", "tlb.probeHit")) {
      assertTrue(names.contains(name), name);
    }
    for (String line : Told.of(home, "list", "strategies").out().lines().toList()) {
      assertTrue(names.contains("io.read." + line.substring(0, line.indexOf(' ')) + ".64k"), line);
    }
  }

  @Test
  void aPatternChooses() {
    Told told = Told.of(home, "micro", "io.*copy", "--list");
    assertEquals("io.read.copy.4k\nio.read.copy.64k\nio.read.copy.1m\n", told.out());
    assertTrue(
        Told.of(home, "micro", "--quick", "--list")
            .out()
            .lines()
            .noneMatch(name -> name.endsWith("64k")));
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    assertWrong("no benchmark's name matches 'quue'; portbench micro --list names them", "quue");
    assertWrong("'io(' is no regular expression: Unclosed group", "io(");
    Path jar = home.resolve("harness/bench/target/portbench-bench.jar");
    assertWrong("the benchmarks are not built: " + jar + " is missing; mvn package makes it");
    Files.createDirectories(jar.getParent());
    Files.createFile(jar);
    Path held = Files.createDirectories(home.resolve("held"));
    Files.createFile(held.resolve("run.json"));
    assertWrong(
        held + ": already holds a run (run.json); choose another directory",
        "--out",
        held.toString());
    assertWrong("--out '': no directory; name a new one", "--out", "");
  }

  private void assertWrong(String line, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "micro";
    System.arraycopy(args, 0, all, 1, args.length);
    Told told = Told.of(home, all);
    assertEquals("portbench: " + line, told.oneLine());
    assertEquals(2, told.code());
  }

  /** As where a benchmark's JVM cannot even start: there is a report, of nothing. */
  @Test
  void whatDoesNotRunIsCounted() throws IOException {
    Path jar = home.resolve("harness/bench/target/portbench-bench.jar");
    Files.createDirectories(jar.getParent());
    Files.createFile(jar);
    Path out = home.resolve("out");
    Told told = Told.of(home, "micro", "tlb", "--out", out.toString());
    assertEquals(5, told.code());
    assertEquals(
        "portbench: 3 of 3 benchmarks failed; " + out + "/micro.log says why",
        told.err().lines().toList().getLast());
    assertTrue(Files.readString(out.resolve("report.md")).contains("Nothing was measured"));
    assertTrue(Files.size(out.resolve("micro.log")) > 0);
  }

  @Test
  void writtenHelpIsTheHelp() throws IOException {
    WrittenHelp.write(home);
    for (String command : Commands.names()) {
      assertEquals(
          Told.of(home, command, "--help").out(),
          Files.readString(home.resolve("help/" + command + ".txt")),
          command);
    }
    assertTrue(Files.readString(home.resolve("help/portbench.ansi")).contains("\u001b["));
    assertTrue(AtOnce.answer(List.of("run", "--strategy"), new Ink(false)).isEmpty());
  }
}
