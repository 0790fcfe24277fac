package org.portbench.results.gate;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** Cells whose launches are known beforehand. */
final class Scripted {
  private static final int LAUNCHES_OF_A_STAGE = 48;

  private Scripted() {}

  static RandomGenerator chance() {
    return new SplittableRandom(2003);
  }

  /** The head takes so many times as long as the base, stage by stage. */
  static DuetCell slower(IntToDoubleFunction ratioOfStage) {
    int[] launches = {0};
    return cell(side -> {
      double ratio = ratioOfStage.applyAsDouble(launches[0]++ / LAUNCHES_OF_A_STAGE);
      return side == Side.HEAD ? ratio : 1;
    });
  }

  static DuetCell slower(double ratio) {
    return slower(_ -> ratio);
  }

  /** Of each side of a block, the second launch takes twice as long; in so many blocks. */
  static DuetCell restless(int blocks, double ratio) {
    int[] launches = {0};
    return cell(side -> {
      int place = launches[0]++;
      boolean disturbed = place / 4 < blocks && place % 4 >= 2;
      return (side == Side.HEAD ? ratio : 1) * (disturbed ? 2 : 1);
    });
  }

  static DuetCell cell(Launcher launcher) {
    return new DuetCell(
        "cell", Rule.TIMES.withBlocks(12, 12), Direction.SMALLER_IS_BETTER, launcher);
  }
}
