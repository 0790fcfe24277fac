package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.results.RunResult;

/** How, where and when it ran, and how to run it again. */
public record EnvironmentSection(RunResult run) implements Section {
  private static final String COMMAND_LINE = "commandLine";
  private static final List<Table.Column> COLUMNS =
      List.of(Table.Column.words("key"), Table.Column.words("value"));

  @Override
  public List<Block> render() {
    List<Block> blocks = new ArrayList<>();
    if (!run.environment().isEmpty()) {
      blocks.add(new Block.Heading(2, "Environment", "environment"));
      blocks.add(
          new Table(
              COLUMNS,
              run.environment().entrySet().stream()
                  .map(e -> List.of(Table.Cell.text(e.getKey()), Table.Cell.text(e.getValue())))
                  .toList(),
              true));
    }
    blocks.add(new Block.Heading(2, "How to repeat it", "repeat"));
    String commandLine = run.environment().getOrDefault(COMMAND_LINE, "");
    if (commandLine.isBlank()) {
      blocks.add(new Block.Paragraph(Inline.text("The command line was not recorded.")));
    } else {
      blocks.add(new Block.Listing(commandLine));
    }
    blocks.add(new Block.Paragraph(Inline.text(again())));
    return blocks;
  }

  private String again() {
    return run.exact()
        ? "With the same seed ("
            + run.seed()
            + ") a model run yields the same results, byte for byte, on any machine; only the"
            + " environment differs."
        : "With the same seed ("
            + run.seed()
            + ") the same requests are made; what they take is measured anew.";
  }
}
