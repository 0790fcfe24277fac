package org.portbench.harness.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portbench.results.validation.TargetUnit;

/** A unit in which figures are published. */
enum WrittenUnit {
  NS("ns", TargetUnit.TIME, 1),
  US("us", TargetUnit.TIME, 1_000),
  MS("ms", TargetUnit.TIME, 1_000_000),
  BYTES("B", TargetUnit.SIZE, 1),
  KIB("KiB", TargetUnit.SIZE, 1_024),
  MB_PER_SECOND("MB/s", TargetUnit.BANDWIDTH, 1_000_000),
  PER_SECOND("1/s", TargetUnit.RATE, 1),
  COUNT("count", TargetUnit.COUNT, 1),
  RATIO("ratio", TargetUnit.RATIO, 1_000);

  private final String word;
  private final TargetUnit kept;
  private final long factor;

  WrittenUnit(String word, TargetUnit kept, long factor) {
    this.word = word;
    this.kept = kept;
    this.factor = factor;
  }

  static Optional<WrittenUnit> of(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(unit -> unit.word).toList();
  }

  TargetUnit kept() {
    return kept;
  }

  /** A published number as it is kept, to the nearest whole unit. */
  long kept(BigDecimal written) {
    return written
        .multiply(BigDecimal.valueOf(factor))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** A number in ns and bytes as it is kept. */
  static long kept(TargetUnit unit, double value) {
    return switch (unit) {
      case TIME, SIZE, COUNT -> Math.round(value);
      case BANDWIDTH, RATE -> Math.round(value * 1e9);
      case RATIO -> Math.round(value * 1e3);
      case SIGN -> (long) Math.signum(value);
    };
  }
}
