package org.portbench.reports.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** The one place where a number becomes text. Three significant digits, a space, the unit. */
public final class Quantities {
  /** Stands for a value that is not there; the text around it says why. */
  public static final String ABSENT = "–";

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final String[] TIME_UNITS = {"ns", "µs", "ms", "s"};
  private static final String[] DECIMAL_UNITS = {"", " k", " M", " G"};
  private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Quantities() {}

  public static String time(long ns) {
    return time((double) ns);
  }

  public static String time(double ns) {
    if (ns == 0) {
      return "0 ns";
    }
    int unit = 0;
    double value = round(ns);
    while (value >= 1000 && unit < TIME_UNITS.length - 1) {
      value = round(value / 1000);
      unit++;
    }
    return (unit == 0 ? plain(value) : threeDigits(value)) + " " + TIME_UNITS[unit];
  }

  /** A difference, with its sign. */
  public static String signedTime(long ns) {
    return (ns < 0 ? "−" : "+") + time(Math.abs(ns));
  }

  /** As {@link #time} but without digits that say nothing, for the ticks of an axis. */
  public static String timeTick(double ns) {
    int unit = 0;
    double value = ns;
    while (value >= 1000 && unit < TIME_UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return plain(value) + " " + TIME_UNITS[unit];
  }

  public static String iops(long operationsPerSecond) {
    return scaled((double) operationsPerSecond);
  }

  public static String bytes(double bytes) {
    int unit = 0;
    double value = Math.rint(bytes);
    while (tenths(value) >= 1024 && unit < BYTE_UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return plain(tenths(value)) + " " + BYTE_UNITS[unit];
  }

  public static String bytesPerSecond(long bytesPerSecond) {
    int unit = 0;
    double value = (double) bytesPerSecond;
    while (round(value) >= 1000 && unit < BYTE_UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return (unit == 0 ? plain(value) : threeDigits(round(value))) + " " + BYTE_UNITS[unit] + "/s";
  }

  public static String ratio(double ratio) {
    return "×" + threeDigits(round(ratio));
  }

  /** A mean of a count, such as faults per operation. */
  public static String mean(double value) {
    return value >= 1000 ? scaled(value) : value == Math.rint(value) ? plain(value) : fine(value);
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
  }

  /** A relative difference, with its sign. */
  public static String signedPercent(double share) {
    return (share < 0 ? "−" : "+") + percent(Math.abs(share));
  }

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String scaled(double value) {
    int unit = 0;
    double rounded = round(value);
    while (rounded >= 1000 && unit < DECIMAL_UNITS.length - 1) {
      rounded = round(rounded / 1000);
      unit++;
    }
    return (unit == 0 ? plain(rounded) : threeDigits(rounded)) + DECIMAL_UNITS[unit];
  }

  /** One decimal below 100, none above. */
  private static double tenths(double value) {
    return value >= 100 ? Math.rint(value) : Math.rint(value * 10) / 10;
  }

  private static String fine(double value) {
    return value < 0.01 ? "<0.01" : threeDigits(round(value));
  }

  private static String threeDigits(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static String plain(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0).toPlainString() : shortest.toPlainString();
  }

  private static double round(double value) {
    return new BigDecimal(value).round(THREE_DIGITS).doubleValue();
  }
}
