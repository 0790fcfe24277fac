package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.store.ResultStore;

/** The recorded traces and the job file, from the command line to the stored run. */
final class ShippedWorkloadsRunTest {
  private static final List<String> SHIPPED =
      List.of("journal.iolog", "mailboxes.iolog", "mixed.fio", "sqlite-wal.iolog", "untar.iolog");

  @TempDir Path home;

  @Test
  void allOfThemRunWholeWithEveryStrategy() {
    Path out = home.resolve("run");
    Told told =
        Told.of(home, "run", "--workload", shipped(), "--layers", "1", "--out", out.toString());
    assertEquals(0, told.code(), told.err());
    RunResult run = ResultStore.open(out);
    assertEquals(5 * Known.strategies(), run.cells().size());
    for (TrialResult cell : run.cells()) {
      assertTrue(cell.passed(), cell.id() + ": " + cell.reason());
      assertEquals(cell.identity().operations(), cell.operations(), cell.id());
      boolean nothingMoves = cell.identity().strategy().equals("null");
      assertEquals(nothingMoves ? 0 : cell.bytes(), cell.payload().checkedBytes(), cell.id());
    }
    assertEquals(List.of(8942L, 40L), counts(run, "sqlite-wal.iolog"));
    assertEquals(List.of(500L, 62L), counts(run, "journal.iolog"));
    assertEquals(List.of(1894L, 0L), counts(run, "untar.iolog"));
    assertEquals(List.of(1196L, 0L), counts(run, "mailboxes.iolog"));
    assertEquals(List.of(1780L, 62L), counts(run, "mixed.fio"));
  }

  @Test
  void aTimedReplayIsAnOpenLoop() {
    Path out = home.resolve("run");
    Told told =
        Told.of(
            home,
            "run",
            "--workload",
            "workloads/journal.iolog",
            "--replay",
            "timed",
            "--strategy",
            "direct",
            "--out",
            out.toString());
    assertEquals(0, told.code(), told.err());
    TrialResult cell = ResultStore.open(out).cells().getFirst();
    assertEquals("journal.iolog@timed", cell.identity().workload());
    assertTrue(!cell.parameters().containsKey("queueDepth"));
  }

  private static List<Long> counts(RunResult run, String workload) {
    List<List<Long>> all =
        run.cells().stream()
            .filter(cell -> cell.identity().workload().equals(workload))
            .map(cell -> List.of(cell.operations(), cell.syncs()))
            .distinct()
            .toList();
    assertEquals(1, all.size(), "the same for all strategies");
    return all.getFirst();
  }

  private static String shipped() {
    return SHIPPED.stream().map(name -> "workloads/" + name).collect(Collectors.joining(","));
  }
}
