package org.portbench.results;

import java.util.Locale;

/** Whether a verdict stays the same when any one estimate of a machine is halved or doubled. */
public enum Robustness {
  NOT_TESTED_YET,
  SURVIVES,
  FLIPS;

  /** The words used in files and reports. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
