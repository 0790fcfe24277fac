package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Direction;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.Duet;
import org.portbench.results.gate.DuetCell;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.Side;

class ExitCodeTest {
  private static final CellVerdict UNKNOWN =
      new CellVerdict.Inconclusive(new Doubt.TooFewCleanBlocks(7, 12, 8));

  @Test
  void aRegressionOutweighsDoubt_andDoubtAPass() {
    CellVerdict pass = verdict(1);
    CellVerdict faster = verdict(0.5);
    CellVerdict slower = verdict(2);
    assertEquals(0, ExitCode.of(List.of(pass, faster)));
    assertEquals(3, ExitCode.of(List.of(pass, UNKNOWN, faster)));
    assertEquals(1, ExitCode.of(List.of(UNKNOWN, slower, pass)));
    assertEquals(0, ExitCode.of(List.of()));
  }

  private static CellVerdict verdict(double ratio) {
    DuetCell cell =
        new DuetCell(
            "cell", Rule.TIMES, Direction.SMALLER_IS_BETTER, side -> side == Side.HEAD ? ratio : 1);
    Duet duet = new Duet(cell, new SplittableRandom(1), () -> true);
    return duet.second(duet.first());
  }
}
