package org.portbench.results.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;

/**
 * A comparison of two builds by the wall clock, as it is kept and shown.
 *
 * @param base how its user names it
 * @param head the same
 * @param environment how, where and when it was made
 * @param control nothing before it is known
 * @param cells all that were to be measured, with the rule of each
 * @param verdicts those so far
 * @param complete whether all cells have theirs
 */
public record DuetReport(
    String base,
    String head,
    long seed,
    SortedMap<String, String> environment,
    Optional<Control> control,
    SequencedMap<String, Rule> cells,
    SequencedMap<String, CellVerdict> verdicts,
    boolean complete) {

  public DuetReport {
    environment = Collections.unmodifiableSortedMap(environment);
    cells = Collections.unmodifiableSequencedMap(cells);
    verdicts = Collections.unmodifiableSequencedMap(verdicts);
  }

  /** The slower, the sooner; then those of which nothing is known, for whatever reason. */
  public List<String> worstFirst() {
    List<String> names = new ArrayList<>(verdicts.keySet());
    names.sort((a, b) -> Double.compare(badness(b), badness(a)));
    return names;
  }

  private double badness(String cell) {
    return switch (verdicts.get(cell)) {
      case CellVerdict.Regression(_, var proof) -> 1_000 + proof.estimate().ratio();
      case CellVerdict.Inconclusive(Doubt.Failed _) -> 3_000;
      case CellVerdict.Inconclusive(Doubt.Lacking _) -> 2_000;
      case CellVerdict.Inconclusive _ -> 500;
      case CellVerdict.Pass(var stage) -> stage.estimate().ratio();
      case CellVerdict.ImprovementNoted(var stage) -> stage.estimate().ratio();
    };
  }
}
