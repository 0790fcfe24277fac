package org.portbench.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.results.RunResult;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.ExactCell;
import org.portbench.results.exact.InputChange;
import org.portbench.results.exact.LatencyBuckets;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.Direction;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.Duet;
import org.portbench.results.gate.DuetCell;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.Side;

final class VerdictsTest {

  @Test
  void ofARunACrashedCellIsAnError() {
    Verdicts verdicts = Exports.of(SyntheticRun.usual()).verdicts();
    assertEquals(Judgement.ERROR, verdicts.worst());
    assertEquals("50 cells: 1 error, 1 skipped, 48 passed", verdicts.counts());
    JudgedCell worst = verdicts.worstFirst().getFirst();
    assertEquals("payload mismatch at byte 4096 of operation 17", worst.message());
    assertTrue(verdicts.notes().contains("D1 holds: Mach messages are heavy-weight"));
  }

  @Test
  void anInterruptedRunIsNoPass() {
    RunResult whole = SyntheticRun.usual();
    RunResult part =
        new RunResult(
            whole.experiment(),
            1,
            false,
            whole.environment(),
            whole.cells().subList(0, 3),
            List.of(),
            List.of(),
            List.of());
    Verdicts verdicts = Exports.of(part).verdicts();
    assertEquals("4 cells: 1 error, 3 passed", verdicts.counts());
    assertEquals(Judgement.ERROR, Exports.of(SyntheticRun.run(List.of())).verdicts().worst());
  }

  @Test
  void ofAComparisonAnyChangeIsAFailureAndWhatIsMissingAnError() {
    Comparison comparison =
        Comparison.of(
            List.of(
                cell("same", 10, 7), cell("slower", 10, 7), cell("gone", 1, 1), cell("x", 1, 1)),
            List.of(cell("same", 10, 7), cell("slower", 20, 6), cell("new", 1, 1)));
    Verdicts verdicts =
        new ExactVerdicts(
                "t",
                List.of(new InputChange("cpu.count", "1", "2")),
                comparison,
                new TreeMap<>(Map.of("head", "interrupted")),
                new TreeMap<>(Map.of("x", "head: no reply")))
            .verdicts();
    assertEquals(
        Map.of(
            "head",
            "error: interrupted",
            "x",
            "error: head: no reply",
            "gone",
            "error: only the base has this cell",
            "new",
            "error: only the head has this cell",
            "same",
            "passed: all 2 metrics the same",
            "slower",
            "failed: 2 metrics changed, 1 for the worse: elapsedPs 10 → 20 (×2.000000)"),
        verdicts.cells().stream()
            .collect(
                Collectors.toMap(
                    JudgedCell::name, cell -> cell.judgement().word() + ": " + cell.message())));
    assertEquals(List.of("cpu.count: 1 → 2"), verdicts.notes());
    JudgedCell slower =
        verdicts.cells().stream().filter(c -> c.name().equals("slower")).findFirst().orElseThrow();
    assertEquals(
        List.of(
            "elapsedPs 10 → 20 (×2.000000), worse",
            "counters.softFaults 7 → 6 (×0.857143), changed",
            "one I/O, reply:",
            "  + trap x 1 = 6 ps",
            "  - trap x 1 = 7 ps"),
        slower.details());
  }

  @Test
  void ofTwoBuildsARegressionFailsAndDoubtIsInconclusive() {
    DuetReport report = report();
    Verdicts verdicts = Exports.of(report).verdicts();
    assertEquals(
        List.of(
            Judgement.FAILED,
            Judgement.PASSED,
            Judgement.PASSED,
            Judgement.INCONCLUSIVE,
            Judgement.ERROR,
            Judgement.INCONCLUSIVE),
        verdicts.cells().stream().map(JudgedCell::judgement).toList());
    String slow = verdicts.cells().getFirst().message();
    assertTrue(slow.startsWith("slower by more than 3.0 %"), slow);
    assertEquals(
        List.of("base: base", "head: head", "the base against itself: no difference found"),
        verdicts.notes());

    List<String> rows = Exports.of(report).text(Format.CSV, 0).lines().toList();
    assertEquals(7, rows.size());
    assertTrue(rows.get(1).matches("slow,failed(,[0-9.]+){7}"), rows.get(1));
    assertEquals(1.3, Double.parseDouble(rows.get(1).split(",", -1)[4]), 0.02);
    assertEquals("unknown,inconclusive,,,,,,,", rows.get(4));
    assertEquals("left,inconclusive,,,,,,,", rows.get(6));
  }

  private static DuetReport report() {
    SequencedMap<String, CellVerdict> found = new LinkedHashMap<>();
    found.put("slow", verdict(1.3));
    found.put("alike", verdict(1.0));
    found.put("fast", verdict(0.7));
    found.put("unknown", new CellVerdict.Inconclusive(new Doubt.OutOfTime(1, 2, 8)));
    found.put("crashed", new CellVerdict.Inconclusive(new Doubt.Failed("no reply")));
    SequencedMap<String, Rule> rules = new LinkedHashMap<>();
    found.keySet().forEach(name -> rules.put(name, Rule.TIMES));
    rules.put("left", Rule.TIMES);
    return new DuetReport(
        "base", "head", 1, new TreeMap<>(), Optional.of(Control.QUIET), rules, found, false);
  }

  /** Of a head that takes so many times as long, on a machine that scatters a little. */
  private static CellVerdict verdict(double slower) {
    int[] launches = {0};
    Launcher launcher =
        side -> (side == Side.HEAD ? slower : 1) * (1 + launches[0]++ * 7 % 11 / 1000.0);
    DuetCell cell = new DuetCell("c", Rule.TIMES, Direction.SMALLER_IS_BETTER, launcher);
    Duet duet = new Duet(cell, new SplittableRandom(1), () -> true);
    return duet.second(duet.first());
  }

  private static ExactCell cell(String id, long elapsedPs, long faults) {
    TreeMap<String, Long> metrics = new TreeMap<>();
    metrics.put("elapsedPs", elapsedPs);
    metrics.put("counters.softFaults", faults);
    return new ExactCell(
        id,
        metrics,
        new LatencyBuckets(new TreeMap<>()),
        new TreeMap<>(Map.of("reply", List.of("trap x 1 = " + faults + " ps"))));
  }
}
