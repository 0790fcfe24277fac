package org.portbench.results;

import java.util.Locale;

/** Whether a verdict stays the same when every estimate of a profile is halved or doubled. */
public enum Robustness {
  NOT_TESTED_YET,
  SURVIVES,
  FLIPS;

  /** The words used in files and reports. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
