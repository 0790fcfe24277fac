package org.portbench.harness.console;

import java.util.Locale;

/** Exact times: picoseconds, written as nanoseconds with three decimals. */
final class Picoseconds {
  private Picoseconds() {}

  static String ns(long ps) {
    return String.format(Locale.ROOT, "%,d.%03d", ps / 1000, ps % 1000);
  }
}
