package org.portbench.reports.export;

import java.math.BigDecimal;

/** Numbers as text that reads back as the same number, without an exponent. */
final class Decimals {
  private Decimals() {}

  static String plain(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return shortest.toPlainString();
  }
}
