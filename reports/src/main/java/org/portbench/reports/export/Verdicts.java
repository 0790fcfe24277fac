package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of all cells of a run or of a comparison, whoever judged them and how.
 *
 * @param title what was judged, as in "gate check of ci"
 * @param startedAt as ISO 8601 has it, where it is known
 * @param notes what else there is to know, a line each
 */
public record Verdicts(
    String title, Optional<String> startedAt, List<String> notes, List<JudgedCell> cells) {

  /** What has no cells has shown nothing, and must not be taken for a pass. */
  private static final JudgedCell NO_CELL =
      JudgedCell.of("all cells", Judgement.ERROR, "there is none");

  public Verdicts {
    notes = List.copyOf(notes);
    cells = cells.isEmpty() ? List.of(NO_CELL) : List.copyOf(cells);
  }

  public Judgement worst() {
    return cells.stream().map(JudgedCell::judgement).min(Judgement::compareTo).orElseThrow();
  }

  public long count(Judgement judgement) {
    return cells.stream().filter(cell -> cell.judgement() == judgement).count();
  }

  /** In a line, as in "117 cells: 2 failed, 115 passed". */
  public String counts() {
    List<String> counts = new ArrayList<>();
    for (Judgement judgement : Judgement.values()) {
      long count = count(judgement);
      if (count > 0) {
        counts.add(String.format(Locale.ROOT, "%,d %s", count, judgement.word()));
      }
    }
    String cellsInAll = cells.size() == 1 ? "%,d cell: " : "%,d cells: ";
    return String.format(Locale.ROOT, cellsInAll, cells.size()) + String.join(", ", counts);
  }

  List<JudgedCell> worstFirst() {
    return cells.stream().sorted(JudgedCell.WORST_FIRST).toList();
  }
}
