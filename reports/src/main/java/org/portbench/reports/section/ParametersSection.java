package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.text.FileNames;
import org.portbench.reports.text.Unit;
import org.portbench.results.MachineNumber;
import org.portbench.results.RunResult;

/** Every number that the machines are made of, with what vouches for it. */
public record ParametersSection(RunResult run) implements Section {
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.words("number"),
          Table.Column.number("value"),
          Table.Column.words("status"),
          Table.Column.words("source"));

  @Override
  public List<Block> render() {
    List<String> machines = run.machines().stream().map(MachineNumber::machine).distinct().toList();
    if (machines.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Parameters", "parameters"));
    for (String machine : machines) {
      Table table =
          new Table(
              COLUMNS,
              run.machines().stream()
                  .filter(number -> number.machine().equals(machine))
                  .map(ParametersSection::row)
                  .toList(),
              true);
      blocks.add(
          new Block.Fold(
              new Block.Heading(3, machine, FileNames.of(machine) + "-parameters"),
              List.of(table)));
    }
    return blocks;
  }

  private static List<Table.Cell> row(MachineNumber number) {
    String unit = Unit.of(number.key());
    return List.of(
        Table.Cell.of(new Inline.Code(number.key())),
        Table.Cell.text(unit.isEmpty() ? number.value() : number.value() + " " + unit),
        Table.Cell.text(number.status()),
        Table.Cell.text(number.source()));
  }
}
