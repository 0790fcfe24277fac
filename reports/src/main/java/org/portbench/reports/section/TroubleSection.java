package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Tone;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;

/**
 * What a reader must know before believing the rest: cells that failed or are missing.
 *
 * @param chartsDrawable false where the system has no font
 */
public record TroubleSection(RunResult run, boolean chartsDrawable) implements Section {

  @Override
  public List<Block> render() {
    List<Block> blocks = new ArrayList<>();
    List<TrialResult> failed = ended(Status.FAILED);
    if (!failed.isEmpty()) {
      blocks.add(alert(Tone.BAD, counted(failed) + " failed", failed));
    }
    if (!run.complete()) {
      blocks.add(
          new Block.Alert(
              Tone.LIMITED,
              "This run was interrupted: it holds only the cells that had finished",
              List.of()));
    }
    List<TrialResult> skipped = ended(Status.SKIPPED);
    if (!skipped.isEmpty()) {
      blocks.add(alert(Tone.OPEN, counted(skipped) + " did not run", skipped));
    }
    if (!chartsDrawable) {
      blocks.add(
          new Block.Alert(
              Tone.LIMITED,
              "No charts: this system has no font that Java can draw with; install fontconfig and"
                  + " any font, then write the report again",
              List.of()));
    }
    return blocks;
  }

  private List<TrialResult> ended(Status status) {
    return run.cells().stream().filter(cell -> cell.status() == status).toList();
  }

  private String counted(List<TrialResult> some) {
    return some.size() + " of " + run.cells().size() + " cells";
  }

  private static Block.Alert alert(Tone tone, String title, List<TrialResult> cells) {
    return new Block.Alert(
        tone,
        title,
        cells.stream()
            .map(cell ->
                List.<Inline>of(new Inline.Code(cell.id()), new Inline.Text(": " + cell.reason())))
            .toList());
  }
}
