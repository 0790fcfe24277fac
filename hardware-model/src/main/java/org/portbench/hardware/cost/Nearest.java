package org.portbench.hardware.cost;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what somebody who misspelt a name meant. */
public final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  /** The end of a message about an unknown name: the nearest known one if any is near, else all. */
  public static String hint(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> name.length() <= LONGEST)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> distance(name, candidate) <= Math.max(2, candidate.length() / 3))
        .map(candidate -> "did you mean " + candidate + "?")
        .orElseGet(() -> "known are " + String.join(", ", known));
  }

  /** Levenshtein's: how many letters must be inserted, deleted or replaced. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
