package org.portbench.hardware.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** What a number of a profile counts; the end of its key says so. The model counts in the base. */
enum Unit {
  PS_PER_BYTE("_ps_per_byte", 1, " of picoseconds"),
  PS("_ps", 1, " of picoseconds"),
  NS("_ns", 1_000, " of picoseconds"),
  US("_us", 1_000_000, " of picoseconds"),
  BYTES("_bytes", 1, " of bytes"),
  KIB("_kib", 1 << 10, " of bytes"),
  MIB("_mib", 1 << 20, " of bytes"),
  PLAIN("", 1, "");

  private final String suffix;
  private final BigDecimal inBase;
  private final String ofBase;

  Unit(String suffix, long inBase, String ofBase) {
    this.suffix = suffix;
    this.inBase = BigDecimal.valueOf(inBase);
    this.ofBase = ofBase;
  }

  static Unit of(String key) {
    return Arrays.stream(values()).filter(unit -> key.endsWith(unit.suffix)).findFirst().get();
  }

  /** Empty where the value is finer than the base. */
  Optional<Long> toBase(BigDecimal value) {
    BigDecimal scaled = value.multiply(inBase).stripTrailingZeros();
    return scaled.scale() > 0 ? Optional.empty() : Optional.of(scaled.longValueExact());
  }

  /** A value times a factor, rounded down to what the model can count. */
  String times(String value, BigDecimal factor) {
    BigDecimal base = new BigDecimal(value).multiply(inBase).multiply(factor);
    return base.setScale(0, RoundingMode.FLOOR).divide(inBase).stripTrailingZeros().toPlainString();
  }

  /** What a value in this unit must be. */
  String rule() {
    return "a whole number" + ofBase;
  }
}
