package org.portbench.reports.section;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.text.Quantities;

/**
 * CPU time of a strategy against {@code direct}, from the least to the most. Comparisons whose
 * layers touch data are left out: there every strategy pays for the touching.
 */
record CostRange(String strategy, DoubleSummaryStatistics ratios) {

  static CostRange of(String strategy, List<Comparison> comparisons) {
    return new CostRange(
        strategy,
        comparisons.stream()
            .filter(comparison -> !comparison.layersTouchData())
            .flatMap(comparison -> ratio(comparison, strategy).stream().boxed())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics());
  }

  boolean isNone() {
    return ratios.getCount() == 0;
  }

  String words() {
    String least = Quantities.ratio(ratios.getMin());
    String most = Quantities.ratio(ratios.getMax());
    return least.equals(most) ? least : least + " to " + most;
  }

  private static OptionalDouble ratio(Comparison comparison, String strategy) {
    return comparison
        .passed(strategy)
        .map(comparison::cpuRatioToDirect)
        .orElseGet(OptionalDouble::empty);
  }
}
