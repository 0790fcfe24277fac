package org.portbench.results.gate.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.portbench.results.gate.Rule;

/** The rule over noise that was really there. */
class NoiseCorpusTest {
  private static final long SEED = 20261123;
  private static final int TRIALS = 1000;

  @Test
  void whatWasRecorded_isTimes_andNotAllTheSame() {
    double[] launches = NoiseCorpus.load();
    assertTrue(launches.length >= 400, () -> launches.length + " launches");
    assertTrue(Arrays.stream(launches).allMatch(ns -> ns > 1_000 && ns < 100_000));
    assertTrue(Arrays.stream(launches).distinct().count() > launches.length / 4);
  }

  @Test
  void anUnchangedProgram_isNeverCalledSlower_andTenPercentAre() {
    assertEquals(0, replayed(1).alarms().count());
    Tally slower = replayed(1.1);
    assertTrue(slower.alarmsOfDecided().share() >= 0.9, slower::toString);
    assertTrue(slower.undecided().share() <= 0.1, slower::toString);
  }

  private static Tally replayed(double ratio) {
    double[] launches = NoiseCorpus.load();
    return new Replay(Rule.TIMES, chance -> new RecordedLaunches(launches, ratio, chance))
        .cells(TRIALS, SEED);
  }
}
