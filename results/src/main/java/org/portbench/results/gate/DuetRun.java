package org.portbench.results.gate;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.portbench.results.gate.DuetObserver.Phase;

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
      DuetCell control,
      List<DuetCell> cells,
      long seed,
      BooleanSupplier timeLeft,
      DuetObserver observer) {
    RandomGenerator chance = new SplittableRandom(seed);
    SequencedMap<DuetCell, Duet> duets = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (DuetCell cell : cells) {
      if (!names.add(cell.name())) {
        throw new IllegalArgumentException("two cells of one name: " + cell.name());
      }
      duets.put(cell, new Duet(cell, chance, timeLeft));
    }

    observer.begins(control, Phase.CONTROL);
    Control outcome = new Duet(control.againstItself(), chance, timeLeft).asControl();
    observer.controlled(outcome);
    SequencedMap<DuetCell, Finding> findings = new LinkedHashMap<>();
    SequencedMap<String, CellVerdict> verdicts = new LinkedHashMap<>();
    duets.forEach((cell, duet) -> {
      observer.begins(cell, Phase.SUSPICION);
      Finding first = duet.first();
      findings.put(cell, first);
      if (first instanceof Finding.Decided(var verdict)) {
        observer.decided(cell, verdict.under(outcome));
      }
    });
    findings.forEach((cell, first) -> {
      if (first instanceof Finding.Suspected) {
        observer.begins(cell, Phase.PROOF);
      }
      CellVerdict verdict = duets.get(cell).second(first).under(outcome);
      verdicts.put(cell.name(), verdict);
      if (first instanceof Finding.Suspected) {
        observer.decided(cell, verdict);
      }
    });
    return new DuetRun(outcome, verdicts);
  }

  public static DuetRun measured(
      DuetCell control, List<DuetCell> cells, long seed, BooleanSupplier timeLeft) {
    return measured(control, cells, seed, timeLeft, DuetObserver.NONE);
  }
}
