package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portbench.reports.compare.Crossover;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Sweep;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.text.FileNames;
import org.portbench.reports.text.Quantities;

/** What becomes of the answer along one parameter: in words, in charts, and as a table. */
public record SweepSection(List<Sweep> sweeps, List<DrawnChart> charts) implements Section {
  /** More than that are folded away behind the first ones. */
  private static final int LINES_SHOWN = 8;

  private static final int ROWS_SHOWN = 12;

  @Override
  public List<Block> render() {
    String word = parameter().word();
    String anchor = "by-" + FileNames.of(word);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "By " + word, anchor));
    List<List<Inline>> lines = lines();
    int shown = lines.size() > LINES_SHOWN ? LINES_SHOWN / 2 : lines.size();
    if (shown > 0) {
      blocks.add(new Block.Bullets(lines.subList(0, shown)));
    }
    if (shown < lines.size()) {
      blocks.add(
          fold(
              "The same of " + (lines.size() - shown) + " others",
              anchor + "-others",
              List.of(new Block.Bullets(lines.subList(shown, lines.size())))));
    }
    blocks.addAll(DrawnChart.blocks(charts, "More charts by " + word, anchor + "-charts"));
    blocks.addAll(crossovers(word, anchor));
    return blocks;
  }

  private Parameter parameter() {
    return sweeps.getFirst().parameter();
  }

  private static Block fold(String title, String anchor, List<Block> blocks) {
    return new Block.Fold(new Block.Heading(3, title, anchor), blocks);
  }

  /** What holds in several sweeps is said once. */
  private List<List<Inline>> lines() {
    Map<String, List<Sweep>> bySentence = new LinkedHashMap<>();
    for (Sweep sweep : sweeps) {
      bySentence.computeIfAbsent(new SweepWords(sweep).all(), _ -> new ArrayList<>()).add(sweep);
    }
    List<List<Inline>> lines = new ArrayList<>();
    bySentence.forEach((sentence, of) -> {
      if (!sentence.isEmpty()) {
        lines.add(List.of(new Inline.Strong(where(of) + ":"), new Inline.Text(" " + sentence)));
      }
    });
    return lines;
  }

  private static String where(List<Sweep> sweeps) {
    Map<String, List<Sweep>> byMachine =
        sweeps.stream()
            .collect(
                Collectors.groupingBy(Sweep::machine, LinkedHashMap::new, Collectors.toList()));
    return byMachine.entrySet().stream()
        .map(own ->
            (own.getKey().isEmpty() ? "" : own.getKey() + " · ")
                + Words.listed(own.getValue(), Sweep::title))
        .collect(Collectors.joining("; "));
  }

  private List<Block> crossovers(String word, String anchor) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      sweep.tellingCrossovers().stream()
          .sorted(Comparator.comparingDouble(Crossover::at))
          .forEach(crossover -> rows.add(row(sweep, crossover)));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    Block.Heading heading =
        new Block.Heading(3, "Where the answer changes with " + word, anchor + "-crossovers");
    Table table = new Table(columns(word), rows, false);
    return rows.size() > ROWS_SHOWN
        ? List.of(new Block.Fold(heading, List.of(table)))
        : List.of(heading, table);
  }

  private static List<Table.Column> columns(String word) {
    return List.of(
        Table.Column.words("workload"),
        Table.Column.number(word + " at or below"),
        Table.Column.words("cheaper there"),
        Table.Column.words("cheaper above"),
        Table.Column.number("CPU per I/O where they meet"));
  }

  private static List<Table.Cell> row(Sweep sweep, Crossover crossover) {
    return List.of(
        Table.Cell.text(sweep.heading()),
        Table.Cell.text(sweep.parameter().boundary(crossover.at())),
        Table.Cell.text(crossover.below()),
        Table.Cell.text(crossover.above()),
        Table.Cell.text(Quantities.time(crossover.costNs())));
  }
}
