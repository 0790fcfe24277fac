package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.text.Quantities;

/** All strategies on all machines in one table, and how to read the larger ones that follow. */
public record GlanceSection(
    List<MachineResults> machines, List<DrawnChart> overview, Palette palette) implements Section {

  @Override
  public List<Block> render() {
    List<String> strategies = Strategies.ordered(machines.stream().flatMap(MachineResults::cells));
    boolean comparable =
        machines.stream().anyMatch(machine -> !range(machine, Strategies.CEILING).isNone());
    if (!comparable) {
      return List.of();
    }
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words("strategy")));
    machines.forEach(machine -> columns.add(Table.Column.number(machine.machine())));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "At a glance", "glance"));
    blocks.add(
        new Block.Paragraph(
            Inline.text(
                "CPU time of one I/O against direct, the "
                    + machines.getFirst().comparisons().getFirst().ceiling()
                    + ": from the least to the most over all workloads.")));
    blocks.add(new Table(columns, strategies.stream().map(this::row).toList(), false));
    List<Block.Figure> figures = overview.stream().flatMap(c -> c.figures().stream()).toList();
    if (!figures.isEmpty()) {
      blocks.add(new Block.Figures(figures));
    }
    blocks.add(
        new Block.Paragraph(
            Inline.text(
                "Every strategy gets the same requests. direct is the ceiling; null, which moves"
                    + " nothing, is the floor. Below, the device counts as the bottleneck if with"
                    + " every strategy device and DMA are at work for at least half of the time,"
                    + " and if I/O rates lie within 10 % of each other (null left out).")));
    return blocks;
  }

  private List<Table.Cell> row(String strategy) {
    List<Table.Cell> row = new ArrayList<>();
    row.add(Table.Cell.of(new Inline.Strategy(strategy, palette.swatch(strategy))));
    for (MachineResults machine : machines) {
      CostRange range = range(machine, strategy);
      row.add(Table.Cell.text(range.isNone() ? Quantities.ABSENT : range.words()));
    }
    return row;
  }

  private static CostRange range(MachineResults machine, String strategy) {
    return CostRange.of(strategy, machine.comparisons());
  }
}
