package org.portbench.results.gate.replay;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.DuetRun;
import org.portbench.results.gate.Proportion;

/**
 * How often the wall-clock gate alarms, with and without a reason.
 *
 * @param environment how, where and when this was measured
 * @param effects those of which at least one block was measured
 */
public record Characteristics(SortedMap<String, String> environment, List<Effect> effects) {
  public static final int REPLAYS = 2_000;
  public static final int RUNS = 500;
  public static final int CELLS_OF_RUN = 20;
  public static final double CONFIDENCE = 0.95;
  public static final long SEED = 1934;

  /** The effect that is none. */
  public static final String NONE = "none";

  /** What became of whole runs in which nothing is slower. */
  public record WholeRuns(Proportion withAlarm, int controlsFired, int controlsUndecided) {}

  public Characteristics {
    environment = Collections.unmodifiableSortedMap(environment);
    effects = List.copyOf(effects);
  }

  /** None where nothing was measured of an unchanged program. */
  public List<WholeRuns> wholeRuns() {
    return effects.stream()
        .filter(effect -> effect.name().equals(NONE))
        .map(effect -> wholeRuns(effect.replayedRuns(RUNS, CELLS_OF_RUN, SEED)))
        .toList();
  }

  private static WholeRuns wholeRuns(List<DuetRun> runs) {
    int alarmed = (int) runs.stream().filter(run -> tally(run).regressions() > 0).count();
    return new WholeRuns(
        new Proportion(alarmed, runs.size()),
        count(runs, Control.FIRED),
        count(runs, Control.UNDECIDED));
  }

  private static int count(List<DuetRun> runs, Control control) {
    return (int) runs.stream().filter(run -> run.control() == control).count();
  }

  private static Tally tally(DuetRun run) {
    Tally tally = Tally.NONE;
    for (CellVerdict verdict : run.verdicts().values()) {
      tally = tally.and(verdict);
    }
    return tally;
  }
}
