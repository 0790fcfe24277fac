package org.portbench.reports.export;

import java.math.BigDecimal;

/** Numbers as text that reads back as the same number, without an exponent. */
final class Decimals {
  private Decimals() {}

  /** Nothing for what is no number or without limit. */
  static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : "";
  }
}
