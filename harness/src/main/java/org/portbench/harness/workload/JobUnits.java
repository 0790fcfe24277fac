package org.portbench.harness.workload;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Single numbers with their units, as fio reads them: decimal or 0x, suffixes in either case, and
 * the binary and decimal prefixes changed over unless {@code kb_base=1000}.
 */
final class JobUnits {
  private static final Pattern SIZE =
      Pattern.compile("(0x[0-9a-f]+|[0-9]+)(?:([kmgtp])(i?))?b?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME = Pattern.compile("([0-9]+)([a-z]*)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Long> TIME_UNITS_US =
      Map.ofEntries(
          Map.entry("us", 1L),
          Map.entry("usec", 1L),
          Map.entry("ms", 1_000L),
          Map.entry("msec", 1_000L),
          Map.entry("s", 1_000_000L),
          Map.entry("sec", 1_000_000L),
          Map.entry("m", 60_000_000L),
          Map.entry("h", 3_600_000_000L),
          Map.entry("d", 86_400_000_000L));

  private JobUnits() {}

  /**
   * @param kbBase 1024 makes {@code k} 1024 and {@code ki} 1000; 1000 the reverse
   * @throws IllegalArgumentException where the text is not a size
   * @throws ArithmeticException on overflow
   */
  static long size(String text, int kbBase) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches()) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a number");
    }
    long value = integer(size.group(1));
    if (size.group(2) == null) {
      return value;
    }
    boolean plainPrefix = size.group(3).isEmpty();
    long factor = plainPrefix == (kbBase == 1_024) ? 1_024 : 1_000;
    int power = "kmgtp".indexOf(size.group(2).toLowerCase(Locale.ROOT)) + 1;
    for (int i = 0; i < power; i++) {
      value = Math.multiplyExact(value, factor);
    }
    return value;
  }

  /**
   * @throws IllegalArgumentException where the text is not a time
   * @throws ArithmeticException on overflow
   */
  static long timeUs(String text, long bareUnitUs) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a time");
    }
    String unit = time.group(2).toLowerCase(Locale.ROOT);
    if (!unit.isEmpty() && !TIME_UNITS_US.containsKey(unit)) {
      throw new IllegalArgumentException(Quoted.of(time.group(2)) + " is not a unit of time");
    }
    long unitUs = unit.isEmpty() ? bareUnitUs : TIME_UNITS_US.get(unit);
    return Math.multiplyExact(integer(time.group(1)), unitUs);
  }

  private static long integer(String digits) {
    boolean hexadecimal = digits.length() > 1 && Character.toLowerCase(digits.charAt(1)) == 'x';
    try {
      return hexadecimal ? Long.parseLong(digits.substring(2), 16) : Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new ArithmeticException("long overflow");
    }
  }
}
