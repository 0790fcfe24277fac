package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.portbench.results.gate.CellVerdict.ImprovementNoted;
import org.portbench.results.gate.CellVerdict.Inconclusive;
import org.portbench.results.gate.CellVerdict.Pass;
import org.portbench.results.gate.CellVerdict.Regression;

class DuetTest {
  private static final double CHANCE_OF_TWELVE = 1 / 4096.0;

  @Test
  void theSameTime_passes() {
    Pass pass = assertInstanceOf(Pass.class, verdict(Scripted.slower(1)));
    assertEquals(12, pass.stage().measured().size());
    assertEquals(1, pass.stage().estimate().ratio(), 0);
    assertEquals(0, pass.stage().estimate().noSlowdownAbove(), 0);
    assertEquals(1, pass.stage().slower(), 0);
  }

  @Test
  void aSlowdownWithinTheMargin_passes() {
    Pass pass = assertInstanceOf(Pass.class, verdict(Scripted.slower(1.029)));
    assertEquals(0.029, pass.stage().estimate().noSlowdownAbove(), 1e-12);
  }

  @Test
  void aSlowdownBeyondTheMargin_isARegression_byFreshBlocks() {
    Regression regression =
        assertInstanceOf(
            Regression.class, verdict(Scripted.slower(stage -> stage == 0 ? 1.04 : 1.1)));
    assertEquals(1.04, regression.suspicion().estimate().ratio(), 1e-12);
    assertEquals(1.1, regression.proof().estimate().ratio(), 1e-12);
    assertEquals(1.1, regression.proof().estimate().interval().low(), 1e-12);
    assertEquals(CHANCE_OF_TWELVE, regression.suspicion().slower(), 0);
    assertEquals(CHANCE_OF_TWELVE, regression.proof().slower(), 0);
  }

  @Test
  void aSuspicionThatFreshBlocksDoNotConfirm_passes() {
    Pass pass =
        assertInstanceOf(Pass.class, verdict(Scripted.slower(stage -> stage == 0 ? 1.1 : 1)));
    assertEquals(1, pass.stage().estimate().ratio(), 0);
  }

  @Test
  void fasterThanTheMargin_isNoted() {
    ImprovementNoted noted =
        assertInstanceOf(ImprovementNoted.class, verdict(Scripted.slower(0.9)));
    assertEquals(CHANCE_OF_TWELVE, noted.stage().faster(), 0);
    assertInstanceOf(Pass.class, verdict(Scripted.slower(1 / 1.029)));
  }

  @Test
  void whereLargerIsBetter_lessIsTheRegression() {
    assertInstanceOf(Regression.class, verdict(larger(Scripted.slower(1 / 1.1))));
    assertInstanceOf(ImprovementNoted.class, verdict(larger(Scripted.slower(1.1))));
  }

  private static DuetCell larger(DuetCell cell) {
    return new DuetCell(cell.name(), cell.rule(), Direction.LARGER_IS_BETTER, cell.launcher());
  }

  @Test
  void eightCleanBlocksDecide_andSevenDoNot() {
    assertInstanceOf(Regression.class, verdict(Scripted.restless(4, 1.1)));
    assertInstanceOf(Pass.class, verdict(Scripted.restless(4, 1)));
    assertEquals(
        new Inconclusive(new Doubt.TooFewCleanBlocks(7, 12, 8)),
        verdict(Scripted.restless(5, 1.1)));
  }

  @Test
  void theFreshBlocks_haveToBeCleanToo() {
    int[] launches = {0};
    DuetCell cell =
        Scripted.cell(side ->
            (side == Side.HEAD ? 1.1 : 1) * (launches[0]++ >= 48 && launches[0] % 4 == 0 ? 2 : 1));
    assertEquals(new Inconclusive(new Doubt.TooFewCleanBlocks(0, 12, 8)), verdict(cell));
  }

  @Test
  void whereTimeEnds_whatThereIsHasToBeEnough() {
    assertEquals(
        new Inconclusive(new Doubt.OutOfTime(7, 7, 8)), verdict(Scripted.slower(1), blocks(7)));
    assertInstanceOf(Pass.class, verdict(Scripted.slower(1), blocks(8)));
    assertEquals(
        new Inconclusive(new Doubt.OutOfTime(7, 7, 8)), verdict(Scripted.slower(1.1), blocks(19)));
    assertInstanceOf(Regression.class, verdict(Scripted.slower(1.1), blocks(20)));
  }

  private static BooleanSupplier blocks(int count) {
    int[] left = {count};
    return () -> left[0]-- > 0;
  }

  private static CellVerdict verdict(DuetCell cell) {
    return verdict(cell, () -> true);
  }

  private static CellVerdict verdict(DuetCell cell, BooleanSupplier timeLeft) {
    Duet duet = new Duet(cell, Scripted.chance(), timeLeft);
    return duet.second(duet.first());
  }
}
