package org.portbench.results;

import java.util.Locale;

/** What the cells of a run say about a claim. */
public enum Verdict {
  HOLDS,
  HOLDS_WITHIN_LIMITS,
  DOES_NOT_HOLD,
  NOT_DECIDED;

  /** The words used in files and reports. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
