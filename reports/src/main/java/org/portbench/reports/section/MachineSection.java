package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.text.FileNames;

/** One machine: its comparisons as tables, then its charts. */
public record MachineSection(MachineResults results, List<DrawnChart> charts, Palette palette)
    implements Section {

  @Override
  public List<Block> render() {
    String anchor = FileNames.of(results.machine());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, results.machine(), anchor));
    if (!results.severalStacks()) {
      String stack = results.comparisons().getFirst().question().stack();
      blocks.add(new Block.Paragraph(Inline.text("Everything goes through " + stack + ".")));
    }
    for (Comparison comparison : results.comparisons()) {
      blocks.addAll(new ComparisonSection(results, comparison, palette).render());
    }
    List<Block.Figure> figures =
        charts.stream()
            .filter(chart -> chart.machine().equals(results.machine()))
            .flatMap(chart -> chart.figures().stream())
            .toList();
    if (!figures.isEmpty()) {
      blocks.add(new Block.Heading(3, "Charts of " + results.machine(), anchor + "-charts"));
      if (results.charted().size() < results.comparisons().size()) {
        blocks.add(
            new Block.Paragraph(
                Inline.text(
                    "Of a range of sizes, charts with a panel for each workload show the smallest"
                        + " and the largest.")));
      }
      blocks.add(new Block.Figures(figures));
    }
    blocks.addAll(new CrossoverSection(results).render());
    return blocks;
  }
}
