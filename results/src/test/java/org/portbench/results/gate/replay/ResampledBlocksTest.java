package org.portbench.results.gate.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portbench.results.gate.Block;
import org.portbench.results.gate.BlockOrder;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Pair;
import org.portbench.results.gate.Rule;

class ResampledBlocksTest {
  private static final long SEED = 1979;
  private static final List<Block> MEASURED = List.of(block(1), block(100));

  private static Block block(double unit) {
    return new Block(BlockOrder.ABBA, new Pair(unit, 2 * unit), new Pair(3 * unit, 4 * unit));
  }

  @Test
  void eachBlock_isOneOfThoseMeasured_whole() {
    SplittableRandom chance = new SplittableRandom(SEED);
    Launcher launcher = new ResampledBlocks(MEASURED, chance);
    TreeSet<Double> bases = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      Block drawn = Block.measured(launcher, chance);
      assertTrue(
          MEASURED.stream()
              .anyMatch(
                  block -> block.base().equals(drawn.base()) && block.head().equals(drawn.head())),
          drawn::toString);
      bases.add(drawn.base().first());
    }
    assertEquals(2, bases.size());
  }

  @Test
  void aControl_launchesAllFour() {
    SplittableRandom chance = new SplittableRandom(SEED);
    Launcher control = new ResampledBlocks(List.of(block(1)), chance).againstItself();
    List<Double> seen = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Block drawn = Block.measured(control, chance);
      seen.addAll(
          List.of(
              drawn.base().first(),
              drawn.base().second(),
              drawn.head().first(),
              drawn.head().second()));
    }
    assertEquals(List.of(1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0), seen.stream().sorted().toList());
  }

  /** Only whole blocks are mixed: a pair of blocks that disagree stays as it is. */
  @Test
  void theRule_seesWhatItWouldHaveSeen() {
    Block slower = new Block(BlockOrder.BAAB, new Pair(1, 1.01), new Pair(1.1, 1.11));
    Tally tally =
        new Replay(Rule.TIMES, chance -> new ResampledBlocks(List.of(slower), chance))
            .cells(20, SEED);
    assertEquals(new Tally(0, 0, 20, 0), tally);
  }
}
