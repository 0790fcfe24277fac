package org.portbench.results.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * What became of all cells of a comparison.
 *
 * @param verdicts by the names of the cells, in their order
 */
public record DuetRun(Control control, SequencedMap<String, CellVerdict> verdicts) {

  public DuetRun {
    verdicts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(verdicts));
  }

  /**
   * Measures the base against itself, then the first stage of each cell, then the second of those
   * suspected.
   *
   * @param control a cell, of which only the base is launched
   * @param timeLeft whether another block may start
   */
  public static DuetRun measured(
      DuetCell control, List<DuetCell> cells, long seed, BooleanSupplier timeLeft) {
    RandomGenerator chance = new SplittableRandom(seed);
    SequencedMap<String, Duet> duets = new LinkedHashMap<>();
    for (DuetCell cell : cells) {
      if (duets.put(cell.name(), new Duet(cell, chance, timeLeft)) != null) {
        throw new IllegalArgumentException("two cells of one name: " + cell.name());
      }
    }

    Control outcome = new Duet(control.againstItself(), chance, timeLeft).asControl();
    SequencedMap<String, Finding> findings = new LinkedHashMap<>();
    duets.forEach((name, duet) -> findings.put(name, duet.first()));
    SequencedMap<String, CellVerdict> verdicts = new LinkedHashMap<>();
    findings.forEach(
        (name, first) -> verdicts.put(name, duets.get(name).second(first).under(outcome)));
    return new DuetRun(outcome, verdicts);
  }
}
