package org.portbench.harness.vfs;

import java.util.Locale;

/** What a layer looks at. */
public enum Touch {
  /** Only the message. */
  NOTHING,
  /** A line of attributes of its own. */
  METADATA,
  /** Every byte that passes. */
  DATA;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
