package org.portbench.reports.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.portbench.results.validation.TargetResult;
import org.portbench.results.validation.TargetUnit;

/** How the numbers of a target are written. */
public record TargetAmounts(TargetResult target) {

  public String expected() {
    return amount(target.unit(), target.expected());
  }

  public String predicted() {
    OptionalLong predicted = target.predicted();
    return predicted.isEmpty() ? Quantities.ABSENT : amount(target.unit(), predicted.getAsLong());
  }

  public String error() {
    if (target.unit() == TargetUnit.SIGN) {
      return target.predicted().isEmpty() ? Quantities.ABSENT : target.met() ? "right" : "wrong";
    }
    return percent(target.errorPercent(), true);
  }

  /** With two decimals. */
  public static String percent(Optional<BigDecimal> percent, boolean signed) {
    return percent
        .map(p -> (signed && p.signum() > 0 ? "+" : "") + p.toPlainString() + " %")
        .orElse(Quantities.ABSENT);
  }

  /** What becomes of it in a word. */
  public String outcome() {
    String met = target.met() ? "met" : "not met";
    return target.counted() ? met : "(" + met + ")";
  }

  /** Its kind, and why it does not count if it does not. */
  public String kind() {
    return target.recalled() ? "recalled " + target.kind().word() : target.kind().word();
  }

  private static String amount(TargetUnit unit, long value) {
    return switch (unit) {
      case TIME -> value < 0 ? "-" + Quantities.time(-value) : Quantities.time(value);
      case SIZE -> Quantities.bytes((double) value);
      case BANDWIDTH -> Quantities.bytesPerSecond(value);
      case RATE -> Quantities.iops(value) + "/s";
      case COUNT -> Quantities.count(value);
      case RATIO -> Quantities.ratio(value / 1000.0);
      case SIGN -> value > 0 ? "more" : value < 0 ? "less" : "the same";
    };
  }
}
