package org.portbench.results.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers of a verdict as text: three significant digits, unless they count something. */
final class Amount {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Amount() {}

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** So many times as much. */
  static String ratio(long left, long right) {
    return right == 0 ? against(left, right) : "×" + decimals(divided(left, right), 2);
  }

  /** The part that the left is of the right. */
  static String share(long left, long right) {
    if (right == 0) {
      return against(left, right);
    }
    BigDecimal percent = divided(left, right).scaleByPowerOfTen(2);
    int places = percent.abs().compareTo(BigDecimal.TEN) < 0 ? 1 : 0;
    return plain(percent.setScale(places, RoundingMode.HALF_UP)) + " %";
  }

  static String mean(long total, long count) {
    return count == 0 ? against(total, count) : plain(divided(total, count).round(THREE_DIGITS));
  }

  static String against(long left, long right) {
    return count(left) + " against " + count(right);
  }

  static String bytes(long bytes) {
    int unit = 0;
    BigDecimal value = BigDecimal.valueOf(bytes);
    BigDecimal step = BigDecimal.valueOf(1024);
    while (value.compareTo(step) >= 0 && unit < BYTE_UNITS.length - 1) {
      value = value.divide(step, MathContext.DECIMAL64);
      unit++;
    }
    return plain(unit == 0 ? value : value.round(THREE_DIGITS)) + " " + BYTE_UNITS[unit];
  }

  private static BigDecimal divided(long left, long right) {
    return BigDecimal.valueOf(left).divide(BigDecimal.valueOf(right), MathContext.DECIMAL64);
  }

  /** As many decimals for 1.02 and 15.8 as three digits leave. */
  private static String decimals(BigDecimal value, int most) {
    BigDecimal rounded = value.round(THREE_DIGITS);
    int whole = Math.max(1, rounded.precision() - rounded.scale());
    int places = Math.max(0, Math.min(most, 3 - whole));
    return rounded.setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  private static String plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }
}
