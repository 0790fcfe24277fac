package org.portbench.results.exact;

import java.util.Locale;

/** What became of a metric. */
public enum Outcome {
  SAME,
  BETTER,
  WORSE,
  /** Another number, of which nobody can say that it is better or worse. */
  CHANGED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
