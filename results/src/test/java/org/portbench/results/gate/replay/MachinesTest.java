package org.portbench.results.gate.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.portbench.results.gate.Side.BASE;
import static org.portbench.results.gate.Side.HEAD;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.portbench.results.gate.Launcher;

class MachinesTest {
  private static final long SEED = 99;
  private static final int LAUNCHES = 200_000;

  @Test
  void withoutNoise_theHeadTakesSoManyTimesAsLong() {
    Launcher machine = new SimulatedMachine(new Noise(0, 0, 0, 1, 0), 1.25, chance());
    assertEquals(1, machine.launch(BASE), 0);
    assertEquals(1.25, machine.launch(HEAD), 0);
  }

  /** A share of 0.2 of the launches loses 0.5 of a time each on average. */
  @Test
  void busyTimes_takeTheirShareOfLaunches_andOfTime() {
    Launcher machine = new SimulatedMachine(new Noise(0, 0, 0.2, 5, 0.5), 1, chance());
    int busy = 0;
    int begins = 0;
    double lost = 0;
    boolean before = false;
    for (int i = 0; i < LAUNCHES; i++) {
      double time = machine.launch(BASE);
      boolean now = time > 1;
      busy += now ? 1 : 0;
      begins += now && !before ? 1 : 0;
      lost += time - 1;
      before = now;
    }
    assertEquals(0.2, (double) busy / LAUNCHES, 0.01, "seed " + SEED);
    assertEquals(5, (double) busy / begins, 0.2, "seed " + SEED);
    assertEquals(0.1, lost / LAUNCHES, 0.01, "seed " + SEED);
  }

  @Test
  void impossibleNoise_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Noise(-1, 0, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Noise(0, 0, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Noise(0, 0, 0.5, 0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new Noise(0, 0, 0.9, 5, 0));
    assertThrows(IllegalArgumentException.class, () -> new Noise(Double.NaN, 0, 0, 1, 0));
  }

  @Test
  void recordedLaunches_followEachOther_roundAndRound() {
    Launcher recorded = new RecordedLaunches(new double[] {1, 2, 3}, 2, chance());
    double first = recorded.launch(BASE);
    double second = recorded.launch(BASE);
    double third = recorded.launch(BASE);
    assertEquals(first % 3 + 1, second, 0, "seed " + SEED);
    assertEquals(second % 3 + 1, third, 0, "seed " + SEED);
    assertEquals(2 * first, recorded.launch(HEAD), 0, "seed " + SEED);
  }

  private static RandomGenerator chance() {
    return new SplittableRandom(SEED);
  }
}
