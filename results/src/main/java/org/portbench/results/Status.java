package org.portbench.results;

import java.util.Locale;

/** How a cell ended. */
public enum Status {
  PASSED,
  FAILED,
  SKIPPED;

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
