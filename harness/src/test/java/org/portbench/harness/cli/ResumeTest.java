package org.portbench.harness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that ended before its time, resumed: what comes of it is what an uninterrupted one says.
 */
final class ResumeTest {
  private static final long SEED = 20_261_123;
  private static final int CUTS = 6;

  @TempDir Path home;
  private KeptRun whole;
  private byte[] journal;

  @BeforeEach
  void runWithoutInterruption() throws IOException {
    whole = new KeptRun(home.resolve("whole"));
    assertEquals(0, Told.of(home, KeptRun.small(whole.directory())).code());
    journal = journalOfAll();
  }

  /** Of a run that has come to its last file and cannot write it. */
  private byte[] journalOfAll() throws IOException {
    Path directory = home.resolve("unwritable");
    Path inTheWay = Files.createDirectories(directory.resolve("run.json.part/x"));
    Told told = Told.of(home, KeptRun.small(directory));
    assertEquals(2, told.code());
    assertEquals("", told.out());
    String said = told.err().lines().toList().getLast();
    assertTrue(
        said.startsWith("portbench: " + directory.resolve("run.json") + ": cannot be"), said);
    assertTrue(said.endsWith("portbench run --resume " + directory + " runs the others"), said);
    byte[] bytes = Files.readAllBytes(directory.resolve("cells.jsonl"));

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertEquals(0, Told.of(home, "run", "--resume", directory.toString()).code());
    whole.assertSameAs(new KeptRun(directory));
    return bytes;
  }

  @Test
  void aJournalCutAnywhere_isFinishedToTheSameResults() throws IOException {
    int heading = new String(journal, UTF_8).indexOf('\n') + 1;
    for (int length : cuts(heading)) {
      String where = "seed " + SEED + ", cut at " + length;
      KeptRun cut = killedAt(length, "cut-" + length);
      Told told = Told.of(home, "run", "--resume", cut.directory().toString());
      if (length < heading) {
        assertEquals(4, told.code(), where);
        assertTrue(told.oneLine().contains("holds no whole line"), told.err());
        continue;
      }
      assertEquals(0, told.code(), () -> where + told.err());
      whole.assertSameAs(cut);
      assertFalse(Files.exists(cut.directory().resolve("cells.jsonl")), where);
      assertFalse(Files.exists(cut.directory().resolve("run.lock")), where);
    }
  }

  /** Behind each line, before one line's end, and some that chance picks. */
  private NavigableSet<Integer> cuts(int heading) {
    NavigableSet<Integer> cuts = new TreeSet<>();
    cuts.add(0);
    cuts.add(heading - 1);
    cuts.add(journal.length - 1);
    for (int at = heading - 1; at < journal.length; at++) {
      if (journal[at] == '\n') {
        cuts.add(at + 1);
      }
    }
    new Random(SEED).ints(CUTS, heading / 2, journal.length).forEach(cuts::add);
    return cuts;
  }

  @Test
  void aRunThatWasResumedAndKilledAgain_goesOn() throws IOException {
    KeptRun killed = killedAt(journal.length - journal.length / 9, "twice");
    Path directory = killed.directory();
    Path inTheWay = Files.createDirectories(directory.resolve("results.csv.part/x"));
    assertEquals(2, Told.of(home, "run", "--resume", directory.toString()).code());
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    Told told = Told.of(home, "run", "--resume", directory.toString(), "--jobs", "1");
    assertEquals(0, told.code(), told.err());
    assertTrue(told.err().contains("6 of them were finished before"), told.err());
    whole.assertSameAs(killed);
  }

  @Test
  void aRunThatIsComplete_isLeftAlone() throws IOException {
    String before = Files.readString(whole.directory().resolve("run.json"));
    Told told = Told.of(home, "run", "--resume", whole.directory().toString());
    assertEquals(0, told.code());
    assertEquals(whole.directory() + ": the run is complete; nothing is left to do\n", told.out());
    assertEquals(before, Files.readString(whole.directory().resolve("run.json")));
  }

  @Test
  void aDamagedJournal_isOneLine() throws IOException {
    KeptRun killed = killedAt(journal.length, "damaged");
    Path file = killed.directory().resolve("cells.jsonl");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"operations\":20,", "\"operations\":NaN,"));
    Told told = Told.of(home, "run", "--resume", killed.directory().toString());
    assertEquals(4, told.code());
    assertTrue(told.oneLine().startsWith("portbench: " + file + ":2: is not valid"), told.err());
    Files.writeString(file, text.replaceFirst("\"asked\"", "\"wanted\""));
    told = Told.of(home, "run", "--resume", killed.directory().toString());
    assertEquals(4, told.code());
    assertTrue(told.oneLine().endsWith("asked is missing"), told.err());
    Files.writeString(file, text.replaceFirst("\"run\",\"--machine\"", "\"list\",\"--machine\""));
    told = Told.of(home, "run", "--resume", killed.directory().toString());
    assertEquals(4, told.code());
    assertTrue(told.oneLine().contains("not what this portbench can be asked"), told.err());
  }

  @Test
  void whatIsNoRun_isOneLine() throws IOException {
    Told nowhere = Told.of(home, "run", "--resume", home.resolve("nowhere").toString());
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.oneLine().endsWith("nowhere: no such directory"), nowhere.err());
    Path empty = Files.createDirectory(home.resolve("empty"));
    Told noRun = Told.of(home, "run", "--resume", empty.toString());
    assertEquals(4, noRun.code());
    assertTrue(noRun.oneLine().contains(": is no run: "), noRun.err());
  }

  @Test
  void resumingTakesNoOtherOption() {
    for (String[] more : new String[][] {{"quick"}, {"--seed", "2"}, {"--layers", "1"}}) {
      String[] args = Arrays.copyOf(new String[] {"run", "--resume", "x"}, 3 + more.length);
      System.arraycopy(more, 0, args, 3, more.length);
      Told told = Told.of(home, args);
      assertEquals(2, told.code());
      assertTrue(told.oneLine().startsWith("portbench: --resume stands alone"), told.err());
    }
  }

  @Test
  void otherNumbersBehindTheNames_areRefused() throws IOException {
    TinySuite suite = TinySuite.in(home);
    Path directory = home.resolve("tiny");
    Files.createDirectories(directory.resolve("run.json.part/x"));
    String[] run = {"run", suite.file().toString(), "--out", directory.toString()};
    assertEquals(2, Told.of(home, run).code());
    byte[] kept = Files.readAllBytes(directory.resolve("cells.jsonl"));

    suite.machine("system_call_ns", "670", "671");
    Told changed = Told.of(home, "run", "--resume", directory.toString());
    assertEquals(4, changed.code());
    assertTrue(
        changed
            .oneLine()
            .contains("other numbers are behind the names of the cell mine/user2-touch-nothing/"),
        changed.err());
    suite.machine("system_call_ns", "671", "670");

    suite.strategies("direct", "fd");
    Told renamed = Told.of(home, "run", "--resume", directory.toString());
    assertEquals(4, renamed.code());
    assertTrue(renamed.oneLine().contains("there is no cell mine/user2"), renamed.err());

    suite.strategies("copy", "direct", "fd");
    Told more = Told.of(home, "run", "--resume", directory.toString());
    assertEquals(4, more.code());
    assertTrue(more.oneLine().contains("cells that it had not come to are others"), more.err());
    assertEquals(new String(kept, UTF_8), Files.readString(directory.resolve("cells.jsonl")));
  }

  private KeptRun killedAt(int length, String name) throws IOException {
    Path directory = Files.createDirectories(home.resolve(name));
    Files.write(directory.resolve("cells.jsonl"), Arrays.copyOf(journal, length));
    Files.writeString(directory.resolve("run.lock"), "");
    return new KeptRun(directory);
  }
}
