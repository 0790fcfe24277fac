package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.compare.Bottleneck;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Table;
import org.portbench.reports.text.FileNames;
import org.portbench.reports.text.Quantities;
import org.portbench.results.Latency;
import org.portbench.results.TrialResult;

/** One workload through one stack: every strategy against ceiling and floor. */
record ComparisonSection(MachineResults results, Comparison comparison, Palette palette) {

  Block.Fold fold() {
    String title = results.title(comparison);
    String anchor = FileNames.of(results.machine() + " " + title);
    return new Block.Fold(new Block.Heading(3, title, anchor), content());
  }

  private List<Block> content() {
    Bottleneck bottleneck = Bottleneck.of(comparison);
    List<Measure> measures = Measure.ordered(bottleneck.isDevice());
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words("strategy")));
    measures.forEach(measure -> columns.add(Table.Column.number(measure.title())));
    List<Block> blocks = new ArrayList<>();
    if (comparison.passed().findAny().isPresent()) {
      blocks.add(new Block.Paragraph(Inline.text(words(bottleneck))));
    }
    blocks.add(
        new Table(columns, comparison.cells().stream().map(c -> row(measures, c)).toList(), false));
    String absences = absences();
    if (!absences.isEmpty()) {
      blocks.add(new Block.Paragraph(List.of(new Inline.Aside(absences))));
    }
    return blocks;
  }

  private static String words(Bottleneck bottleneck) {
    String work =
        bottleneck.deviceShare() <= 1
            ? "device and DMA are at work "
                + Quantities.percent(bottleneck.deviceShare())
                + " of the time"
            : String.format(
                Locale.ROOT,
                "device and DMA work on %.1f requests at a time",
                bottleneck.deviceShare());
    String facts =
        work + ", I/O rates differ by " + Quantities.percent(bottleneck.rateSpread() - 1);
    return bottleneck.isDevice()
        ? "The device is the bottleneck (" + facts + "): CPU time per I/O tells strategies apart."
        : "The device is not the bottleneck (" + facts + "): rates tell strategies apart.";
  }

  private List<Table.Cell> row(List<Measure> measures, TrialResult cell) {
    List<Table.Cell> row = new ArrayList<>();
    String strategy = cell.identity().strategy();
    row.add(Table.Cell.of(new Inline.Strategy(strategy, palette.swatch(strategy))));
    for (Measure measure : measures) {
      row.add(
          cell.passed()
              ? Table.Cell.text(measure.value().apply(comparison, cell))
              : row.size() == 1
                  ? Table.Cell.strong(cell.status().word())
                  : Table.Cell.text(Quantities.ABSENT));
    }
    return row;
  }

  /** Why a dash stands where a number is expected. */
  private String absences() {
    List<String> reasons = new ArrayList<>();
    List<String> saturated =
        comparison
            .passed()
            .filter(TrialResult::saturated)
            .map(c -> c.identity().strategy())
            .toList();
    if (!saturated.isEmpty()) {
      reasons.add(
          String.join(", ", saturated) + ": saturated, its backlog grew, so it has no percentiles");
    }
    if (comparison.passed().filter(c -> !c.saturated()).anyMatch(c -> lacksOne(c.latencyNs()))) {
      reasons.add("a percentile that fewer than 100 operations exceeded is left out");
    }
    if (comparison.passed(Strategies.CEILING).isEmpty()) {
      reasons.add("no direct cell passed to compare with");
    }
    return reasons.isEmpty() ? "" : Quantities.ABSENT + " " + String.join("; ", reasons) + ".";
  }

  private static boolean lacksOne(Latency latency) {
    return latency.p50().isEmpty() || latency.p99().isEmpty();
  }
}
