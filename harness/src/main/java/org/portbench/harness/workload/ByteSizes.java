package org.portbench.harness.workload;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them on a command line: 4k is 4096. */
public final class ByteSizes {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})([kmg]?)(?:i?b)?");

  private ByteSizes() {}

  public static long parse(String text) {
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw notASize(text);
    }
    try {
      return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << shift(size.group(2)));
    } catch (ArithmeticException e) {
      throw notASize(text);
    }
  }

  private static int shift(String suffix) {
    return 10 * " kmg".indexOf(suffix.isEmpty() ? " " : suffix);
  }

  private static WorkloadException notASize(String text) {
    return new WorkloadException(
        "size " + Quoted.of(text) + ": not a size; write for example 512, 4k or 1m");
  }

  /** The shortest exact form: 4k, 1m, 1536. */
  public static String format(long bytes) {
    if (bytes > 0 && bytes % (1 << 20) == 0) {
      return (bytes >> 20) + "m";
    }
    return bytes > 0 && bytes % (1 << 10) == 0 ? (bytes >> 10) + "k" : Long.toString(bytes);
  }
}
