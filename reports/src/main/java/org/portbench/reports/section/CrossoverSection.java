package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.compare.Crossover;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.SizeSweep;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.text.FileNames;
import org.portbench.reports.text.Quantities;

/** The sizes at which the answer changes, as a table: what the rings of the chart mean. */
record CrossoverSection(MachineResults results) implements Section {
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.words("workload"),
          Table.Column.number("size"),
          Table.Column.words("cheaper below"),
          Table.Column.words("cheaper above"),
          Table.Column.number("CPU per I/O there"));

  @Override
  public List<Block> render() {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (SizeSweep sweep : results.sweeps()) {
      String workload = sweep.workload() + (results.severalStacks() ? " · " + sweep.stack() : "");
      for (Crossover crossover : sweep.tellingCrossovers()) {
        rows.add(row(workload, crossover));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(
                3,
                "Where the answer changes with size",
                FileNames.of(results.machine()) + "-crossovers"),
            new Table(COLUMNS, rows, false));
  }

  private static List<Table.Cell> row(String workload, Crossover crossover) {
    return List.of(
        Table.Cell.text(workload),
        Table.Cell.text(Quantities.bytes(crossover.sizeBytes())),
        Table.Cell.text(crossover.below()),
        Table.Cell.text(crossover.above()),
        Table.Cell.text(Quantities.time(crossover.costNs())));
  }
}
