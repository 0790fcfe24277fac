package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.results.gate.CellVerdict.Inconclusive;
import org.portbench.results.gate.CellVerdict.Pass;
import org.portbench.results.gate.CellVerdict.Regression;

class DuetRunTest {
  private static final DuetCell SAME = Scripted.slower(1);
  private static final long SEED = 20030716;

  @Test
  void theControl_launchesTheBaseOnly() {
    List<Side> launched = new ArrayList<>();
    DuetCell control =
        Scripted.cell(side -> {
          launched.add(side);
          return side == Side.HEAD ? 2 : 1;
        });
    assertEquals(Control.QUIET, run(control, SAME).control());
    assertEquals(Collections.nCopies(48, Side.BASE), launched);
  }

  /** Whichever place is the slower: the places of a block's sides alternate, so this is a bias. */
  @Test
  void aControlThatFinds_aDifferenceEitherWay_hasFired() {
    for (double ratio : new double[] {1.1, 1 / 1.1}) {
      assertEquals(Control.FIRED, control(Scripted.slower(ratio)));
      assertEquals(Control.QUIET, control(Scripted.slower(stage -> stage == 0 ? ratio : 1)));
      assertEquals(
          Control.QUIET, control(Scripted.slower(stage -> stage == 0 ? ratio : 1 / ratio)));
    }
    assertEquals(Control.QUIET, control(Scripted.slower(1.029)));
    assertEquals(Control.UNDECIDED, control(Scripted.restless(5, 1)));
  }

  private static Control control(DuetCell cell) {
    return new Duet(cell, Scripted.chance(), () -> true).asControl();
  }

  @Test
  void whereTheControlFired_nothingIsConcluded() {
    CellVerdict pass = verdict(Scripted.slower(1));
    CellVerdict alarm = verdict(Scripted.slower(1.1));
    CellVerdict none = verdict(Scripted.restless(12, 1));
    assertInstanceOf(Pass.class, pass);
    assertInstanceOf(Regression.class, alarm);

    assertEquals(new Inconclusive(new Doubt.ControlFired(pass)), pass.under(Control.FIRED));
    assertEquals(new Inconclusive(new Doubt.ControlFired(alarm)), alarm.under(Control.FIRED));
    assertEquals(none, none.under(Control.FIRED));

    assertEquals(pass, pass.under(Control.UNDECIDED));
    assertEquals(
        new Inconclusive(new Doubt.ControlUndecided(alarm)), alarm.under(Control.UNDECIDED));
    assertEquals(none, none.under(Control.UNDECIDED));

    for (CellVerdict verdict : List.of(pass, alarm, none)) {
      assertEquals(verdict, verdict.under(Control.QUIET));
    }
  }

  private static CellVerdict verdict(DuetCell cell) {
    return run(SAME, cell).verdicts().get("cell");
  }

  @Test
  void anUndecidedControl_takesItsAlarmFromARun() {
    DuetCell restless = Scripted.cell(restless());
    DuetRun run = run(restless, Scripted.slower(1.1));
    assertEquals(Control.UNDECIDED, run.control());
    Inconclusive verdict = assertInstanceOf(Inconclusive.class, run.verdicts().get("cell"));
    assertInstanceOf(Doubt.ControlUndecided.class, verdict.doubt());
  }

  private static Launcher restless() {
    int[] launches = {0};
    return _ -> 1 + launches[0]++ % 4;
  }

  @Test
  void theSuspected_areMeasuredAgainAfterAllWereMeasuredOnce() {
    List<String> launched = new ArrayList<>();
    List<DuetCell> cells =
        List.of(named("a", 1.1, launched), named("b", 1, launched), named("c", 1.1, launched));
    DuetRun run = DuetRun.measured(SAME, cells, SEED, () -> true);

    assertEquals(List.of("a", "b", "c"), List.copyOf(run.verdicts().keySet()));
    List<String> expected = new ArrayList<>();
    List.of("a", "b", "c", "a", "c").forEach(c -> expected.addAll(Collections.nCopies(48, c)));
    assertEquals(expected, launched);
  }

  private static DuetCell named(String name, double ratio, List<String> launched) {
    Launcher launcher =
        side -> {
          launched.add(name);
          return side == Side.HEAD ? ratio : 1;
        };
    return new DuetCell(name, Rule.TIMES, Direction.SMALLER_IS_BETTER, launcher);
  }

  @Test
  void theSeed_decidesTheOrders() {
    assertEquals(sides(SEED), sides(SEED));
    assertNotEquals(sides(SEED), sides(SEED + 1));
  }

  private static List<Side> sides(long seed) {
    List<Side> launched = new ArrayList<>();
    DuetCell cell =
        Scripted.cell(side -> {
          launched.add(side);
          return 1;
        });
    DuetRun.measured(SAME, List.of(cell), seed, () -> true);
    return launched;
  }

  @Test
  void twoCellsOfOneName_areRefused_beforeAnythingIsLaunched() {
    List<String> launched = new ArrayList<>();
    List<DuetCell> cells = List.of(named("a", 1, launched), named("a", 1, launched));
    assertThrows(
        IllegalArgumentException.class, () -> DuetRun.measured(SAME, cells, SEED, () -> true));
    assertTrue(launched.isEmpty());
  }

  @Test
  void theControl_isNoCellOfTheRun() {
    assertTrue(DuetRun.measured(SAME, List.of(), SEED, () -> true).verdicts().isEmpty());
  }

  private static DuetRun run(DuetCell control, DuetCell cell) {
    return DuetRun.measured(control, List.of(cell), SEED, () -> true);
  }

  @Test
  void anObserver_isToldInOrder_andOfEachCellOnce() {
    List<String> told = new ArrayList<>();
    DuetObserver observer =
        new DuetObserver() {
          @Override
          public void begins(DuetCell cell, Phase phase) {
            told.add(cell.name() + " " + phase);
          }

          @Override
          public void controlled(Control control) {
            told.add("control " + control);
          }

          @Override
          public void decided(DuetCell cell, CellVerdict verdict) {
            told.add(cell.name() + " is " + verdict.getClass().getSimpleName());
          }
        };
    List<DuetCell> cells =
        List.of(named("a", 1.1, new ArrayList<>()), named("b", 1, new ArrayList<>()));
    DuetRun.measured(SAME, cells, SEED, () -> true, observer);
    assertEquals(
        List.of(
            "cell CONTROL",
            "control QUIET",
            "a SUSPICION",
            "b SUSPICION",
            "b is Pass",
            "a PROOF",
            "a is Regression"),
        told);
  }

  @Test
  void aLaunchThatFails_endsItsCell_andNoOther() {
    DuetCell broken =
        new DuetCell(
            "broken",
            Rule.TIMES,
            Direction.SMALLER_IS_BETTER,
            _ -> {
              throw new LaunchException("broke", false);
            });
    DuetRun run =
        DuetRun.measured(SAME, List.of(broken, named("b", 1, new ArrayList<>())), SEED, () -> true);
    assertEquals(new Inconclusive(new Doubt.Failed("broke")), run.verdicts().get("broken"));
    assertInstanceOf(Pass.class, run.verdicts().get("b"));
    assertEquals(Control.UNDECIDED, run(broken, SAME).control());
  }
}
