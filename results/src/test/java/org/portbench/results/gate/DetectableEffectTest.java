package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetectableEffectTest {
  private static final long SEED = 80;
  private static final int RUNS = 4000;

  @Test
  void withoutScatter_itIsTheMargin() {
    assertEquals(0.03, DetectableEffect.of(Rule.TIMES, stage(0, 1.02)), 1e-12);
    assertEquals(0.05, DetectableEffect.of(Rule.TAILS, stage(0, 1)), 1e-12);
  }

  @Test
  void itGrowsWithTheScatter_andNotWithTheSlowdownFound() {
    double little = DetectableEffect.of(Rule.TIMES, stage(0.01, 1));
    double much = DetectableEffect.of(Rule.TIMES, stage(0.04, 1));
    assertTrue(0.03 < little && little < much, little + ", " + much);
    assertEquals(much, DetectableEffect.of(Rule.TIMES, stage(0.04, 1.2)), 1e-9);
  }

  /** On average it is the slowdown that fresh blocks of the same kind reveal in four of five. */
  @Test
  void itIsAboutWhatIsFoundInFourOfFiveRuns() {
    RandomGenerator chance = new SplittableRandom(SEED);
    double estimated =
        IntStream.range(0, 200)
            .mapToDouble(_ -> DetectableEffect.of(Rule.TIMES, stage(0.03, 1, chance)))
            .average()
            .orElseThrow();
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) {
      boolean suspected = stage(0.03, 1 + estimated, chance).slower() < Rule.TIMES.suspicion();
      boolean proven = stage(0.03, 1 + estimated, chance).slower() < Rule.TIMES.proof();
      alarms += suspected && proven ? 1 : 0;
    }
    assertEquals(DetectableEffect.POWER, (double) alarms / RUNS, 0.04, "seed " + SEED);
  }

  private static Stage stage(double scatter, double ratio) {
    return stage(scatter, ratio, new SplittableRandom(SEED));
  }

  private static Stage stage(double scatter, double ratio, RandomGenerator chance) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double head = ratio * StrictMath.exp(scatter * chance.nextGaussian());
      blocks.add(new Block(BlockOrder.ABBA, new Pair(1, 1), new Pair(head, head)));
    }
    return Stage.of(Rule.TIMES, Direction.SMALLER_IS_BETTER, blocks).orElseThrow();
  }
}
