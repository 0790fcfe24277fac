package org.portbench.harness.console;

import java.util.Locale;

/** A number of things. */
final class Counted {
  private Counted() {}

  static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
