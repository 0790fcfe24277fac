package org.portbench.results.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The errors of some targets, whichever way they go.
 *
 * @param count targets that are counted
 * @param met of them, so many are within their tolerance
 * @param median of all, those without a number being the worst; absent where it falls among these
 */
public record Errors(int count, int met, Optional<BigDecimal> median, Optional<BigDecimal> worst) {

  static Errors of(Stream<TargetResult> targets) {
    List<TargetResult> counted = targets.filter(TargetResult::counted).toList();
    List<BigDecimal> sorted =
        counted.stream()
            .flatMap(target -> target.errorPercent().stream())
            .map(BigDecimal::abs)
            .sorted()
            .toList();
    int met = (int) counted.stream().filter(TargetResult::met).count();
    return new Errors(
        counted.size(),
        met,
        median(sorted, counted.size()),
        sorted.stream().max(Comparator.naturalOrder()));
  }

  private static Optional<BigDecimal> median(List<BigDecimal> sorted, int count) {
    if (count / 2 >= sorted.size()) {
      return Optional.empty();
    }
    BigDecimal upper = sorted.get(count / 2);
    BigDecimal lower = sorted.get((count - 1) / 2);
    return Optional.of(upper.add(lower).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP));
  }
}
