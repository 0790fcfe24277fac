package org.portbench.results.gate.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.Direction;
import org.portbench.results.gate.Duet;
import org.portbench.results.gate.DuetCell;
import org.portbench.results.gate.DuetRun;
import org.portbench.results.gate.Estimate;
import org.portbench.results.gate.Finding;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.Stage;

/** The rule on machines whose noise is known; the counts are those of the seed, exactly. */
class ReplayTest {
  private static final long SEED = 20241123;
  private static final int TRIALS = 1000;

  private static final Rule NONE_REPLACED = Rule.TIMES.withBlocks(12, 12);

  /**
   * Passes, improvements, regressions and inconclusive ones of 1000, by percent of slowdown: what
   * the rule would be if no block were replaced.
   */
  @ParameterizedTest(name = "{0} %")
  @CsvSource({
    "-20, 0, 940, 0, 60",
    "0, 940, 0, 0, 60",
    "3, 935, 0, 1, 64",
    "5, 858, 0, 57, 85",
    "10, 20, 0, 855, 125",
    "20, 1, 0, 874, 125"
  })
  void onAMachineThatOthersShare(
      int percent, int passes, int improvements, int regressions, int inconclusive) {
    assertEquals(
        new Tally(passes, improvements, regressions, inconclusive),
        new Replay(NONE_REPLACED, slower(Noise.SHARED, percent)).cells(TRIALS, SEED));
  }

  /** The same, where up to six unclean blocks of a stage are replaced. */
  @ParameterizedTest(name = "{0} %")
  @CsvSource({"0, 999, 0, 0, 1", "3, 998, 0, 1, 1", "5, 908, 0, 91, 1", "10, 9, 0, 990, 1"})
  void withUncleanBlocksReplaced(
      int percent, int passes, int improvements, int regressions, int inconclusive) {
    assertEquals(
        new Tally(passes, improvements, regressions, inconclusive),
        new Replay(Rule.TIMES, slower(Noise.SHARED, percent)).cells(TRIALS, SEED));
  }

  @ParameterizedTest(name = "{0} %")
  @CsvSource({"0, 1000, 0, 0, 0", "3, 1000, 0, 0, 0", "5, 1, 0, 999, 0", "10, 0, 0, 1000, 0"})
  void onAQuietMachine(
      int percent, int passes, int improvements, int regressions, int inconclusive) {
    assertEquals(
        new Tally(passes, improvements, regressions, inconclusive),
        new Replay(Rule.TIMES, slower(Noise.QUIET, percent)).cells(TRIALS, SEED));
  }

  /** Of 4000 cells in 200 runs none is slower; a control without result takes an alarm away. */
  @Test
  void wholeRuns_doNotCryWolf() {
    List<DuetRun> runs = new Replay(NONE_REPLACED, slower(Noise.SHARED, 0)).runs(200, 20, SEED);
    Tally cells = Tally.NONE;
    for (DuetRun run : runs) {
      for (CellVerdict verdict : run.verdicts().values()) {
        cells = cells.and(verdict);
      }
    }
    assertEquals(new Tally(3764, 0, 0, 236), cells);
    assertEquals(0, count(runs, Control.FIRED));
    assertEquals(9, count(runs, Control.UNDECIDED));
  }

  private static long count(List<DuetRun> runs, Control control) {
    return runs.stream().filter(run -> run.control() == control).count();
  }

  /** What a stage claims with 95 % confidence is false in at most 5 % of those measured. */
  @ParameterizedTest(name = "{0} %")
  @CsvSource({"0", "2", "10"})
  void theClaims_areAsGoodAsTheySay(int percent) {
    SplittableRandom chance = new SplittableRandom(SEED);
    double ratio = 1 + percent / 100.0;
    int stages = 0;
    int beyond = 0;
    int outside = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Launcher machine = slower(Noise.SHARED, percent).apply(chance.split());
      DuetCell cell = new DuetCell("cell", Rule.TIMES, Direction.SMALLER_IS_BETTER, machine);
      Optional<Stage> first = stage(new Duet(cell, chance.split(), () -> true).first());
      if (first.isPresent()) {
        Estimate estimate = first.get().estimate();
        stages++;
        beyond += ratio > 1 + estimate.noSlowdownAbove() ? 1 : 0;
        outside += estimate.interval().contains(ratio) ? 0 : 1;
      }
    }
    String said = "seed " + SEED + ": " + beyond + ", " + outside + " of " + stages;
    assertTrue(stages > 900, said);
    assertTrue(beyond <= 0.065 * stages, said);
    assertTrue(outside <= 0.065 * stages, said);
  }

  private static Optional<Stage> stage(Finding first) {
    return switch (first) {
      case Finding.Suspected(var stage) -> Optional.of(stage);
      case Finding.Decided(CellVerdict.Pass(var stage)) -> Optional.of(stage);
      case Finding.Decided(CellVerdict.ImprovementNoted(var stage)) -> Optional.of(stage);
      case Finding.Decided _ -> Optional.empty();
    };
  }

  @Test
  void theSameSeed_givesTheSameTally() {
    Replay replay = new Replay(Rule.TIMES, slower(Noise.SHARED, 5));
    assertEquals(replay.cells(100, SEED), replay.cells(100, SEED));
  }

  private static Function<RandomGenerator, Launcher> slower(Noise noise, int percent) {
    return chance -> new SimulatedMachine(noise, 1 + percent / 100.0, chance);
  }
}
