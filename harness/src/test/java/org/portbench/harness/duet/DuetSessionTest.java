package org.portbench.harness.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.DuetObserver;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.gate.Iterations;
import org.portbench.results.gate.LaunchException;
import org.portbench.results.store.DuetStore;

/** A whole comparison, of builds that are as fast as they are said to be. */
class DuetSessionTest {
  private static final Build BASE = build("base");
  private static final Build HEAD = build("head");
  private static final List<TimedCell> CELLS =
      TimedCells.of(List.of("copy")).matching("io.copy.4k,queue.32,start.help").all();

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void chooseAFolder() {
    out = folder.resolve("out");
  }

  private static Build build(String name) {
    return new Build(name, List.of(Path.of(name + ".jar")), FileTime.fromMillis(0));
  }

  private DuetReport run(DuetSession.Launches launches, BooleanSupplier timeLeft) {
    try (DuetStore store = DuetStore.create(out)) {
      return new DuetSession(BASE, HEAD, launches, store, DuetObserver.NONE, TreeMap::new)
          .run(CELLS, rule -> rule, 2003, timeLeft);
    }
  }

  @Test
  void theSlowerCell_isTheFirst_andEachLaunchIsKept() throws IOException {
    DuetReport report =
        run((build, cell) -> seen(slower(build, cell, "queue.32") ? 110 : 100), () -> true);
    assertEquals(List.of("queue.32"), report.worstFirst().subList(0, 1));
    assertInstanceOf(CellVerdict.Regression.class, report.verdicts().get("queue.32"));
    assertInstanceOf(CellVerdict.Pass.class, report.verdicts().get("io.copy.4k"));
    assertInstanceOf(CellVerdict.Pass.class, report.verdicts().get("start.help"));
    assertEquals(Control.QUIET, report.control().orElseThrow());

    // Both sides once of each; twelve blocks of the control, of each cell, and of the suspected.
    List<String> kept = Files.readAllLines(out.resolve("observations.jsonl"));
    assertEquals(3 * 2 + 5 * 12 * 4, kept.size());
    assertEquals(48, kept.stream().filter(line -> line.contains("\"phase\":\"proof\"")).count());
    assertEquals(
        "{\"cell\":\"io.copy.4k\",\"phase\":\"rehearsal\",\"side\":\"base\","
            + "\"fastestNs\":100,\"medianNs\":150,\"iterationsNs\":[200,100]}",
        kept.getFirst());
    String json = Files.readString(out.resolve("duet.json"));
    for (String expected :
        List.of(
            "\"complete\": true",
            "\"control\": \"quiet\"",
            "\"verdict\": \"regression\"",
            "\"ratio\": 1.1,",
            "\"cleanBlocks\": 12")) {
      assertTrue(json.contains(expected), () -> expected + " in\n" + json);
    }
  }

  @Test
  void whatOneSideCannotDo_isNotMeasured_andTheRestStands() {
    List<String> launched = new ArrayList<>();
    DuetReport report =
        run(
            (build, cell) -> {
              launched.add(cell.name());
              if (slower(build, cell, "io.copy.4k")) {
                throw new LaunchException("head cannot", true);
              }
              if (slower(build, cell, "queue.32")) {
                throw new LaunchException("head fails", false);
              }
              return seen(100);
            },
            () -> true);
    assertEquals(
        new CellVerdict.Inconclusive(new Doubt.Lacking("head cannot")),
        report.verdicts().get("io.copy.4k"));
    assertEquals(
        new CellVerdict.Inconclusive(new Doubt.Failed("head fails")),
        report.verdicts().get("queue.32"));
    assertInstanceOf(CellVerdict.Pass.class, report.verdicts().get("start.help"));
    assertEquals(List.of("queue.32", "io.copy.4k", "start.help"), report.worstFirst());
    assertEquals(2, launched.stream().filter("queue.32"::equals).count());
  }

  @Test
  void whatFailsInTheMiddle_isNoPass() {
    int[] launches = {0};
    DuetReport report =
        run(
            (build, cell) -> {
              if (cell.name().equals("queue.32") && launches[0]++ == 20) {
                throw new LaunchException("broke", false);
              }
              return seen(100);
            },
            () -> true);
    assertEquals(
        new CellVerdict.Inconclusive(new Doubt.Failed("broke")), report.verdicts().get("queue.32"));
    assertInstanceOf(CellVerdict.Pass.class, report.verdicts().get("start.help"));
  }

  @Test
  void whereTimeEnds_theRestIsInconclusive() {
    int[] blocks = {12 + 12 + 5};
    DuetReport report = run((_, _) -> seen(100), () -> blocks[0]-- > 0);
    assertInstanceOf(CellVerdict.Pass.class, report.verdicts().get("io.copy.4k"));
    assertEquals(
        new CellVerdict.Inconclusive(new Doubt.OutOfTime(5, 5, 8)),
        report.verdicts().get("queue.32"));
    assertEquals(
        new CellVerdict.Inconclusive(new Doubt.OutOfTime(0, 0, 8)),
        report.verdicts().get("start.help"));
    assertTrue(report.complete());
  }

  @Test
  void beforeTheEnd_whatIsKnownIsKept() throws IOException {
    try (DuetStore store = DuetStore.create(out)) {
      DuetSession session =
          new DuetSession(BASE, HEAD, (_, _) -> seen(100), store, DuetObserver.NONE, TreeMap::new);
      assertFalse(session.kept(false).complete());
    }
    assertTrue(Files.readString(out.resolve("duet.json")).contains("\"complete\": false"));
  }

  private static boolean slower(Build build, TimedCell cell, String name) {
    return build == HEAD && cell.name().equals(name);
  }

  private static Iterations seen(double fastestNs) {
    return new Iterations(List.of(2 * fastestNs, fastestNs));
  }
}
