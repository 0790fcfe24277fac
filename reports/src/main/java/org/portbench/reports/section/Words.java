package org.portbench.reports.section;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portbench.reports.page.Tone;
import org.portbench.results.Verdict;

/** Turns of phrase that several sections share. */
final class Words {
  private Words() {}

  static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> Tone.GOOD;
      case HOLDS_WITHIN_LIMITS -> Tone.LIMITED;
      case DOES_NOT_HOLD -> Tone.BAD;
      case NOT_DECIDED -> Tone.OPEN;
    };
  }

  static String predicate(Verdict verdict, boolean plural) {
    return switch (verdict) {
      case HOLDS -> plural ? "hold" : "holds";
      case HOLDS_WITHIN_LIMITS -> plural ? "hold within limits" : "holds within limits";
      case DOES_NOT_HOLD -> plural ? "do not hold" : "does not hold";
      case NOT_DECIDED -> plural ? "are not decided" : "is not decided";
    };
  }

  static <T> String listed(List<T> items, Function<T, String> words) {
    return items.stream().map(words).collect(Collectors.joining(", "));
  }
}
