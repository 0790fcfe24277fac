package org.portbench.harness.console;

import org.portbench.results.Verdict;

/** Colours where a terminal shows them; otherwise plain text. */
public record Ink(boolean coloured) {

  String bold(String text) {
    return escaped("1", text);
  }

  String dim(String text) {
    return escaped("2", text);
  }

  String bad(String text) {
    return escaped("31", text);
  }

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case HOLDS -> escaped("1;32", text);
      case HOLDS_WITHIN_LIMITS -> escaped("1;33", text);
      case DOES_NOT_HOLD -> escaped("1;31", text);
      case NOT_DECIDED -> escaped("1;36", text);
    };
  }

  private String escaped(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
