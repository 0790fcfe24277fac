package org.portbench.results.validation;

import java.util.Locale;

/** What meeting a published figure would show. */
public enum TargetKind {
  /** The parts were measured beside the whole: whether the model puts them together rightly. */
  COMPOSITION("its parts were measured beside it"),
  /** No number of the machine's profile comes from the same work. */
  PREDICTION("no number of the profile comes from the same work"),
  /** Which of two costs more. */
  SIGN("which of two is more"),
  /** What it depends on was never published, or the profile was made from it: shown only. */
  UNPREDICTABLE("its inputs were never published");

  private final String meaning;

  TargetKind(String meaning) {
    this.meaning = meaning;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String meaning() {
    return meaning;
  }

  /** Whether its error in percent says something about the model. */
  public boolean scored() {
    return this == COMPOSITION || this == PREDICTION;
  }
}
