package org.portbench.reports.section;

import java.util.List;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.results.RunResult;

/** What the workloads had to say: options ignored, sizes assumed. */
public record NotesSection(RunResult run) implements Section {

  @Override
  public List<Block> render() {
    return run.notes().isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(2, "Notes on the workloads", "notes"),
            new Block.Bullets(run.notes().stream().map(Inline::text).toList()));
  }
}
