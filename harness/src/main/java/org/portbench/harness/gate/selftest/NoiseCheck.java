package org.portbench.harness.gate.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.DuetRun;
import org.portbench.results.gate.Proportion;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.replay.NoiseCorpus;
import org.portbench.results.gate.replay.RecordedLaunches;
import org.portbench.results.gate.replay.Replay;
import org.portbench.results.gate.replay.Tally;

/**
 * The rule for the wall clock, replayed over launches of one program that were really made: how
 * often it calls it slower than itself, and how often it finds that it was given a tenth more.
 */
record NoiseCheck() implements Check {
  private static final long SEED = 2003;
  private static final int CELLS = 2_000;
  private static final int RUNS = 100;
  private static final int CELLS_OF_RUN = 20;
  private static final double SLOWER = 1.1;

  private static final double MOST_FALSE = 0.005;
  private static final double MOST_FALSE_RUNS = 0.02;
  private static final double LEAST_FOUND = 0.9;
  private static final double MOST_UNDECIDED = 0.1;

  @Override
  public Report run() {
    Tally same = replay(1).cells(CELLS, SEED);
    Tally slower = replay(SLOWER).cells(CELLS, SEED);
    List<DuetRun> runs = replay(1).runs(RUNS, CELLS_OF_RUN, SEED);
    int alarmed = (int) runs.stream().filter(NoiseCheck::alarms).count();
    Proportion falseRuns = new Proportion(alarmed, RUNS);

    List<String> failures = new ArrayList<>();
    require(same.alarms(), false, MOST_FALSE, "cells falsely called slower", failures);
    require(falseRuns, false, MOST_FALSE_RUNS, "runs with a false alarm", failures);
    require(slower.alarmsOfDecided(), true, LEAST_FOUND, "decided cells found slower", failures);
    require(slower.undecided(), false, MOST_UNDECIDED, "cells undecided", failures);
    return new Report(
        "the rule over recorded noise, seed %d: false alarms in %s cells and %s runs of %d; a tenth"
                .formatted(SEED, shown(same.alarms()), shown(falseRuns), CELLS_OF_RUN)
            + " more is found in %s decided, %s are undecided"
                .formatted(shown(slower.alarmsOfDecided()), shown(slower.undecided())),
        failures);
  }

  private static Replay replay(double ratio) {
    double[] launches = NoiseCorpus.load();
    return new Replay(Rule.TIMES, chance -> new RecordedLaunches(launches, ratio, chance));
  }

  private static boolean alarms(DuetRun run) {
    return run.control() != Control.FIRED
        && run.verdicts().values().stream().anyMatch(CellVerdict.Regression.class::isInstance);
  }

  private static void require(
      Proportion found, boolean least, double limit, String what, List<String> failures) {
    if (least ? found.share() < limit : found.share() > limit) {
      failures.add(
          String.format(
              Locale.ROOT,
              "%s: %s, not at %s %.1f %%",
              what,
              shown(found),
              least ? "least" : "most",
              100 * limit));
    }
  }

  private static String shown(Proportion found) {
    return found.count() + " of " + found.trials();
  }
}
