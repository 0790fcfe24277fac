package org.portbench.results.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.RunResult;
import org.portbench.results.SampleCell;
import org.portbench.results.SampleRun;
import org.portbench.results.TrialResult;

class JournalTest {
  private static final TrialResult COPY = SampleCell.of("copy").build();
  private static final TrialResult MACH = SampleCell.of("mach-3").build();
  private static final TrialResult OBJECT = SampleCell.of("vm-object").build();

  @TempDir Path temp;
  private Path run;
  private Path journal;
  private long wholeLines;

  /** As a killed run leaves it: cells kept, in the order of their end, and nothing finished. */
  @BeforeEach
  void keepThreeCellsAndDie() throws IOException {
    run = temp.resolve("run");
    journal = run.resolve("cells.jsonl");
    try (ResultStore store = ResultStore.create(run, SampleRun.of(), SampleRun.ASKED)) {
      store.keep(MACH);
      store.keep(COPY);
      wholeLines = Files.size(journal);
      store.keep(OBJECT);
    }
  }

  @Test
  void aKilledRunKeepsItsCells() {
    RunResult read = ResultStore.open(run);
    assertEquals(List.of(COPY, MACH, OBJECT), read.cells());
    assertFalse(read.complete());
    assertEquals("dillon-2003", read.experiment());
    assertEquals(42, read.seed());
    assertEquals(SampleRun.of().environment(), read.environment());
  }

  @Test
  void whereverTheLastCellIsCutTheEarlierOnesSurvive() throws IOException {
    byte[] whole = Files.readAllBytes(journal);
    for (int length = (int) wholeLines; length < whole.length; length++) {
      Files.write(journal, Arrays.copyOf(whole, length));
      assertEquals(List.of(COPY, MACH), ResultStore.open(run).cells(), "cut at " + length);
    }
  }

  @Test
  void aRunKilledBeforeItsFirstCellHasNone() throws IOException {
    String heading = Files.readString(journal).lines().findFirst().orElseThrow();
    Files.writeString(journal, heading + "\n");
    assertEquals(List.of(), ResultStore.open(run).cells());
    Files.writeString(journal, heading);
    assertEquals(
        journal + ": holds no whole line: the run was killed before its first cell", problem());
    Files.writeString(journal, "");
    assertEquals(
        journal + ": holds no whole line: the run was killed before its first cell", problem());
  }

  @Test
  void damageBeforeTheLastLineIsNamedWithItsLine() throws IOException {
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, List.of(lines.get(0), lines.get(1), lines.get(2).substring(9)));
    assertEquals(
        journal + ":3: is not valid JSON: the file is damaged, or something else than a run",
        problem());
    Files.write(journal, List.of(lines.get(0), "{}"));
    assertEquals(journal + ":2: latencies is missing", problem());
    Files.write(journal, List.of(lines.get(0), lines.get(1).replace("HISTF", "HISSF")));
    assertEquals(
        journal + ":2: the histogram cannot be decoded: the file is truncated or damaged",
        problem());
    Files.write(journal, List.of(lines.get(0), lines.get(1).replace("\"seed\":1", "\"seed\":2")));
    assertEquals(journal + ":2: cell.id: does not fit the names beside it", problem());
    Files.write(journal, List.of(lines.get(0).replace("on\":1", "on\":9"), lines.get(1)));
    assertEquals(journal + ": schemaVersion is 9; this program reads 1", problem());
    Files.write(journal, List.of(lines.get(0), lines.get(1), lines.get(1)));
    assertTrue(problem().endsWith("stands here twice"));
  }

  @Test
  void aFinishedRunCountsAlthoughItsJournalIsStillThere() throws IOException {
    byte[] left = Files.readAllBytes(journal);
    RunResult whole = SampleRun.of(COPY, MACH, OBJECT);
    ResultStoreTest.keepAndFinish(temp.resolve("other"), whole);
    Files.write(temp.resolve("other/cells.jsonl"), left);
    assertEquals(whole, ResultStore.open(temp.resolve("other")));
  }

  @Test
  void aRunKilledWhileItIsFinishedIsReadFromItsJournal() throws IOException {
    Files.writeString(run.resolve("results.csv"), "half a ro");
    Files.writeString(run.resolve("latency.hlog"), "#[Hist");
    Files.writeString(run.resolve("run.json.part"), "{\"schemaVer");
    assertEquals(3, ResultStore.open(run).cells().size());
  }

  private String problem() {
    return assertThrows(StoreException.class, () -> ResultStore.open(run)).getMessage();
  }
}
