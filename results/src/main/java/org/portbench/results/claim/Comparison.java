package org.portbench.results.claim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
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
    return left.quantity() + " of " + left.subject();
  }

  /** What is asked of it, in words. */
  String asked() {
    return relation.words() + " " + right.map(this::bound).orElse(Amount.count(threshold));
  }

  private String bound(Operand operand) {
    String whose = reference(operand);
    if (threshold == 100) {
      return whose;
    }
    return threshold > 100
        ? Amount.ratio(threshold, 100) + " " + whose
        : Amount.share(threshold, 100) + " of " + whose;
  }

  /** What its two sides make when one is divided by the other, in words. */
  String ratioInWords() {
    return subject() + right.map(operand -> " against " + reference(operand)).orElse("");
  }

  Stream<Operand> operands() {
    return Stream.concat(Stream.of(left), right.stream());
  }

  /** What it is held against, without repeating the metric. */
  String reference(Operand operand) {
    return operand.quantity().equals(left.quantity())
        ? "that of " + operand.subject()
        : "the " + operand.quantity() + " of " + operand.subject();
  }

  /** What it saw somewhere: a multiple, a share, or two counts that have no ratio worth naming. */
  String number(Outcome.Compared seen) {
    if (seen.right().isEmpty()) {
      return Amount.count(seen.left());
    }
    long base = seen.right().getAsLong();
    if (relation != Relation.SHOWN && threshold < 100) {
      return Amount.share(seen.left(), base);
    }
    boolean alike = right.map(Operand::quantity).equals(Optional.of(left.quantity()));
    return alike ? Amount.ratio(seen.left(), base) : Amount.against(seen.left(), base);
  }
}
