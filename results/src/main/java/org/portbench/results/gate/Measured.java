package org.portbench.results.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** What became of measuring the blocks of a stage. */
sealed interface Measured {
  record Enough(Stage stage) implements Measured {}

  record TooLittle(Doubt doubt) implements Measured {}

  /**
   * @param timeLeft whether another block may start
   */
  static Measured of(DuetCell cell, RandomGenerator chance, BooleanSupplier timeLeft) {
    Rule rule = cell.rule();
    List<Block> blocks = new ArrayList<>();
    boolean inTime = true;
    try {
      while (inTime && rule.wantsMore(blocks)) {
        inTime = timeLeft.getAsBoolean();
        if (inTime) {
          blocks.add(Block.measured(cell.launcher(), chance));
        }
      }
    } catch (LaunchException e) {
      return new TooLittle(e.doubt());
    }
    Optional<Stage> stage = Stage.of(rule, cell.direction(), blocks);
    return stage.isPresent() ? new Enough(stage.get()) : new TooLittle(doubt(rule, blocks, inTime));
  }

  private static Doubt doubt(Rule rule, List<Block> blocks, boolean inTime) {
    int clean = rule.clean(blocks).size();
    return inTime
        ? new Doubt.TooFewCleanBlocks(clean, blocks.size(), rule.fewestClean())
        : new Doubt.OutOfTime(clean, blocks.size(), rule.fewestClean());
  }
}
