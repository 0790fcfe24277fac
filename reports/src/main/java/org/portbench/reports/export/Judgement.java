package org.portbench.reports.export;

import java.util.Locale;

/** What became of a cell, for those who only ask whether it may pass; the worst first. */
public enum Judgement {
  /** Nothing could be measured or compared. */
  ERROR,
  /** It is slower, or not what it was. */
  FAILED,
  /** It was measured, but nothing can be concluded. */
  INCONCLUSIVE,
  SKIPPED,
  PASSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
