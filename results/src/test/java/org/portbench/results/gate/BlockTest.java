package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.results.gate.Direction.LARGER_IS_BETTER;
import static org.portbench.results.gate.Direction.SMALLER_IS_BETTER;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTest {
  private static final long SEED = 4711;

  @Test
  void aBlock_launchesInItsOrder_andKnowsWhoseLaunchIsWhose() {
    RandomGenerator chance = new SplittableRandom(SEED);
    Set<BlockOrder> orders = new HashSet<>();
    for (int round = 0; round < 20; round++) {
      List<Side> launched = new ArrayList<>();
      Block block =
          Block.measured(
              side -> {
                launched.add(side);
                return launched.size();
              },
              chance);
      orders.add(block.order());
      assertEquals(block.order().sides(), launched);
      Pair outside = new Pair(1, 4);
      Pair within = new Pair(2, 3);
      boolean baseFirst = block.order() == BlockOrder.ABBA;
      assertEquals(baseFirst ? outside : within, block.base());
      assertEquals(baseFirst ? within : outside, block.head());
    }
    assertEquals(Set.of(BlockOrder.values()), orders, "seed " + SEED);
  }

  @Test
  void bothOrders_areDrawnEquallyOften() {
    RandomGenerator chance = new SplittableRandom(SEED);
    Map<BlockOrder, Integer> drawn = new EnumMap<>(BlockOrder.class);
    for (int i = 0; i < 10_000; i++) {
      drawn.merge(BlockOrder.drawn(chance), 1, Integer::sum);
    }
    assertEquals(5000, drawn.get(BlockOrder.ABBA), 200, "seed " + SEED);
  }

  /** Geometric means of 6 and 3. */
  @Test
  void theStatistic_isTheLogarithmOfTheRatioOfGeometricMeans() {
    Block block = block(1, 9, 4, 9);
    assertEquals(StrictMath.log(2), block.slowdown(SMALLER_IS_BETTER), 1e-15);
    assertEquals(-StrictMath.log(2), block.slowdown(LARGER_IS_BETTER), 1e-15);
  }

  /** Each launch takes 5 % longer than the one before. */
  @Test
  void aSteadyDrift_cancelsOut() {
    double[] time = {1};
    Block block = Block.measured(_ -> time[0] = time[0] * 1.05, new SplittableRandom(SEED));
    assertEquals(0, block.slowdown(SMALLER_IS_BETTER), 1e-15);
  }

  @Test
  void aBlock_isCleanIfBothLaunchesOfEachSideAgree_whicheverSideIsFaster() {
    double most = 1.125;
    assertTrue(block(8, 9, 80, 90).clean(most));
    assertTrue(block(9, 8, 9, 8).clean(most));
    assertFalse(block(8, 9.01, 8, 8).clean(most));
    assertFalse(block(8, 8, 9.01, 8).clean(most));
    RandomGenerator chance = new SplittableRandom(SEED);
    for (int round = 0; round < 1000; round++) {
      double[] times = chance.doubles(4, 8, 10).toArray();
      Block block = block(times[0], times[1], times[2], times[3]);
      Block swapped = block(times[2], times[3], times[0], times[1]);
      assertEquals(block.clean(most), swapped.clean(most), "seed " + SEED);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoObservation_isRefused(double value) {
    assertThrows(IllegalArgumentException.class, () -> new Pair(1, value));
    assertThrows(IllegalArgumentException.class, () -> new Pair(value, 1));
  }

  private static Block block(double base1, double base2, double head1, double head2) {
    return new Block(BlockOrder.ABBA, new Pair(base1, base2), new Pair(head1, head2));
  }
}
