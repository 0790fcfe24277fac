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

/** One machine: its charts, then its comparisons as tables, each folded away. */
public record MachineSection(MachineResults results, List<DrawnChart> charts, Palette palette)
    implements Section {

  @Override
  public List<Block> render() {
    String anchor = FileNames.of(results.machine());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, results.machine(), anchor));
    blocks.add(new Block.Paragraph(Inline.text(introduction())));
    blocks.addAll(
        DrawnChart.blocks(charts, "More charts of " + results.machine(), anchor + "-charts"));
    for (Comparison comparison : results.comparisons()) {
      blocks.add(new ComparisonSection(results, comparison, palette).fold());
    }
    return blocks;
  }

  private String introduction() {
    String through =
        results.severalStacks()
            ? ""
            : "Everything goes through "
                + results.comparisons().getFirst().question().stack()
                + ". ";
    String ends =
        results.charted().size() < results.comparisons().size() && !charts.isEmpty()
            ? "Of a range of values, charts with a panel for each workload show the smallest and"
                + " the largest. "
            : "";
    return through + ends + "Below the charts, all numbers of each workload.";
  }
}
