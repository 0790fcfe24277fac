package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.store.ResultStore;

/**
 * Processes that end before their time: killed at any moment, without room on the disk, in a row.
 */
final class KilledRunTest {
  private static final long SEED = 2003;
  private static final int KILLS = 4;
  private static final int LINES = 1 + 24;

  private static final List<String> LONGER =
      List.of(
          "run",
          "--machine",
          "pc-2003",
          "--strategy",
          "copy,direct,vm-object",
          "--size",
          "4k,64k",
          "--layers",
          "0,1,2,3",
          "--operations",
          "3000",
          "--jobs",
          "2",
          "--out",
          "out");

  @TempDir Path home;

  @Test
  void aRunKilledAgainAndAgain_endsAsOneThatWasNot() throws Exception {
    KeptRun whole = new KeptRun(home.resolve("whole").resolve("out"));
    Files.createDirectories(home.resolve("whole"));
    assertEquals(0, jvm("whole").run(LONGER.toArray(String[]::new)).code());

    Random chance = new Random(SEED);
    KeptRun killed = new KeptRun(home.resolve("killed").resolve("out"));
    Files.createDirectories(home.resolve("killed"));
    Path journal = killed.directory().resolve("cells.jsonl");
    List<Integer> kept = new ArrayList<>(List.of(0));
    for (int kill = 0; kill < KILLS; kill++) {
      int lines = Math.max(1, kept.getLast()) + chance.nextInt(LINES / KILLS);
      Process process = jvm("killed").start(kill == 0 ? LONGER.toArray(String[]::new) : resume());
      while (process.isAlive() && lines(journal) < lines) {
        Thread.sleep(1);
      }
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
      String where = "seed " + SEED + ", kill " + kill + " at line " + lines;
      if (!Files.exists(journal)) {
        break;
      }
      assertTrue(lines(journal) >= kept.getLast(), where + ": finished cells are lost");
      assertEquals(lines(journal) - 1, ResultStore.open(killed.directory()).cells().size(), where);
      kept.add(lines(journal));
    }
    assertTrue(kept.size() > 1, "it was never killed in time, seed " + SEED);
    Told told = jvm("killed").run(resume());
    assertEquals(0, told.code(), told.err());
    whole.assertSameAs(killed);
  }

  @Test
  void aSecondRunIntoTheSameDirectory_isRefused_andTheFirstGoesOn() throws Exception {
    Files.createDirectories(home.resolve("first"));
    Process first = jvm("first").start(LONGER.toArray(String[]::new));
    Path out = home.resolve("first").resolve("out");
    while (first.isAlive() && lines(out.resolve("cells.jsonl")) < 2) {
      Thread.sleep(1);
    }
    Told second = Told.of(home, "run", "--strategy", "direct", "--out", out.toString());
    assertEquals(2, second.code());
    assertTrue(
        second.oneLine().contains(out + ": already holds a run (cells.jsonl)"), second.err());
    Told resumed = Told.of(home, "run", "--resume", out.toString());
    assertEquals(2, resumed.code(), resumed.err());
    assertTrue(
        resumed.oneLine().contains(out + ": another process is writing a run here"), resumed.err());
    assertEquals(0, jvm("first").ended(first).code());
    assertEquals(24, ResultStore.open(out).cells().size());
  }

  /** A limit on the size of files is a disk that is full at a place of one's choice. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFullDisk_isOneLine_andKeepsTheCellsThatAreFinished() throws Exception {
    Path folder = Files.createDirectories(home.resolve("full"));
    ChildJvm jvm = new ChildJvm(folder, List.of("-XX:-UsePerfData"));
    Process process = jvm.limited(40, LONGER.toArray(String[]::new));
    Told told = jvm.ended(process);
    assertEquals(2, told.code(), told.err());
    String said = told.err().lines().toList().getLast();
    assertTrue(said.startsWith("portbench: out/cells.jsonl: cannot be written: "), said);
    assertTrue(
        said.endsWith(
            "; the cells that are finished are kept, portbench run --resume out runs the others"),
        said);
    assertFalse(told.err().contains("\tat "), told.err());
    int kept = ResultStore.open(folder.resolve("out")).cells().size();
    assertTrue(kept > 0 && kept < 24, "kept " + kept);
    assertEquals(0, jvm.run(resume()).code());
    assertEquals(24, ResultStore.open(folder.resolve("out")).cells().size());
  }

  private ChildJvm jvm(String folder) {
    return new ChildJvm(home.resolve(folder), List.of());
  }

  private static String[] resume() {
    return new String[] {"run", "--resume", "out"};
  }

  private static int lines(Path journal) throws java.io.IOException {
    return Files.exists(journal)
        ? (int) Files.readString(journal).chars().filter(c -> c == '\n').count()
        : 0;
  }
}
