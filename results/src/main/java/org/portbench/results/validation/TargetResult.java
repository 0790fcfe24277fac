package org.portbench.results.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.portbench.results.Evidence;

/**
 * A published figure, and what the model says.
 *
 * @param table the file that describes it, without its ending
 * @param machines the profiles whose cells it was worked out from
 * @param recalled the figure was quoted from memory: it is shown and not counted
 * @param quantity the formula over numbers of cells
 * @param expected what was published, in whole units
 * @param predicted absent where the model has no such number
 * @param explanation what is compared, and where it is not met the best reason
 * @param evidence the numbers that it was worked out from
 */
public record TargetResult(
    String id,
    String table,
    List<String> machines,
    String source,
    TargetKind kind,
    boolean recalled,
    String quantity,
    TargetUnit unit,
    long expected,
    OptionalLong predicted,
    String explanation,
    List<Evidence> evidence) {

  public TargetResult {
    machines = List.copyOf(machines);
    evidence = List.copyOf(evidence);
  }

  /** Whether meeting it counts. */
  public boolean counted() {
    return kind != TargetKind.UNPREDICTABLE && !recalled;
  }

  public Tolerance tolerance() {
    return unit.tolerance();
  }

  public boolean met() {
    return predicted.isPresent() && tolerance().met(expected, predicted.getAsLong());
  }

  /** How much more the model says than was published; none of a sign. */
  public Optional<BigDecimal> errorPercent() {
    if (predicted.isEmpty() || unit == TargetUnit.SIGN || expected == 0) {
      return Optional.empty();
    }
    BigDecimal published = BigDecimal.valueOf(expected);
    return Optional.of(
        BigDecimal.valueOf(predicted.getAsLong())
            .subtract(published)
            .scaleByPowerOfTen(2)
            .divide(published.abs(), 2, RoundingMode.HALF_UP));
  }
}
