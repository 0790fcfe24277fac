package org.portbench.results.claim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.portbench.results.Evidence;

/**
 * A number of one strategy held against a threshold: against so many percent of another number
 * where there is one on the right, else against the threshold itself.
 */
record Comparison(Operand left, Relation relation, long threshold, Optional<Operand> right) {

  Outcome in(Setting setting) {
    Reading leftReading = left.in(setting);
    Reading rightReading =
        right.map(operand -> operand.in(setting)).orElse(new Reading.Value(1, List.of()));
    return switch (leftReading) {
      case Reading.Missing m -> new Outcome.Missing(m.why());
      case Reading.Value l ->
          switch (rightReading) {
            case Reading.Missing m -> new Outcome.Missing(m.why());
            case Reading.Value r -> compared(l, r);
          };
    };
  }

  private Outcome compared(Reading.Value l, Reading.Value r) {
    BigInteger scaled = product(l.value(), right.isPresent() ? 100 : 1);
    int sign = scaled.compareTo(product(threshold, r.value()));
    List<Evidence> evidence = new ArrayList<>(l.evidence());
    evidence.addAll(r.evidence());
    return new Outcome.Compared(
        relation.admits(sign),
        l.value(),
        right.isPresent() ? OptionalLong.of(r.value()) : OptionalLong.empty(),
        evidence);
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  /** What is compared, in words. */
  String subject() {
    return left.metric().name() + " of " + left.subject();
  }

  /** What it is compared with, in words. */
  String asked() {
    return relation.words()
        + " "
        + threshold
        + right.map(operand -> " % of " + reference(operand)).orElse("");
  }

  /** What stands behind the percent sign, without repeating the metric. */
  String reference(Operand operand) {
    if (!operand.metric().equals(left.metric())) {
      return operand.metric().name() + " of " + operand.subject();
    }
    return operand.of().size() > 1 ? operand.subject() : "that of " + operand.subject();
  }
}
