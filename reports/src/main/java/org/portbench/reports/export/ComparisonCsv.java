package org.portbench.reports.export;

import java.util.Locale;
import org.portbench.results.exact.ComparedCell;
import org.portbench.results.exact.ComparedMetric;
import org.portbench.results.exact.Comparison;
import org.portbench.results.gate.Direction;
import org.portbench.results.store.CsvRow;

/** A comparison in long format, a row for each metric of each cell that both sides have. */
final class ComparisonCsv {
  private ComparisonCsv() {}

  static String of(Comparison comparison) {
    StringBuilder csv = new StringBuilder("cell,metric,better,base,head,ratio,verdict\n");
    for (ComparedCell cell : comparison.cells()) {
      cell.metrics().forEach(metric -> csv.append(row(cell.id(), metric)));
    }
    return csv.toString();
  }

  private static String row(String cell, ComparedMetric metric) {
    return CsvRow.of(
        cell,
        metric.name(),
        metric.direction().map(ComparisonCsv::word).orElse(""),
        Long.toString(metric.base()),
        Long.toString(metric.head()),
        metric.ratio().map(ratio -> String.format(Locale.ROOT, "%.9f", ratio)).orElse(""),
        metric.outcome().word());
  }

  private static String word(Direction direction) {
    return switch (direction) {
      case SMALLER_IS_BETTER -> "smaller";
      case LARGER_IS_BETTER -> "larger";
    };
  }
}
