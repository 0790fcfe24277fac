package org.portbench.results.gate.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.portbench.results.gate.Direction;
import org.portbench.results.gate.Duet;
import org.portbench.results.gate.DuetCell;
import org.portbench.results.gate.DuetRun;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Rule;

/**
 * A rule tried many times on machines that differ in nothing but chance.
 *
 * @param machine made anew for each trial
 */
public record Replay(Rule rule, Function<RandomGenerator, Launcher> machine) {

  /** Single cells, without a control. */
  public Tally cells(int trials, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Tally tally = Tally.NONE;
    for (int trial = 0; trial < trials; trial++) {
      Duet duet = new Duet(cell("cell", chance.split()), chance.split(), () -> true);
      tally = tally.and(duet.second(duet.first()));
    }
    return tally;
  }

  /** Whole runs of so many cells each, with their control. */
  public List<DuetRun> runs(int trials, int cells, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    List<DuetRun> runs = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      List<DuetCell> measured = new ArrayList<>();
      for (int cell = 0; cell < cells; cell++) {
        measured.add(cell("cell " + cell, chance.split()));
      }
      DuetCell control = cell("control", chance.split());
      runs.add(DuetRun.measured(control, measured, chance.nextLong(), () -> true));
    }
    return runs;
  }

  private DuetCell cell(String name, RandomGenerator chance) {
    return new DuetCell(name, rule, Direction.SMALLER_IS_BETTER, machine.apply(chance));
  }
}
