package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import org.portbench.results.ClaimVerdict;

/** A claim, what became of it, what was found and where it holds, in a few lines. */
record VerdictText(ClaimVerdict claim, Ink ink) {
  private static final String INDENT = "    ";

  List<String> lines() {
    String verdict = ink.verdict(claim.verdict(), claim.verdict().words());
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(claim.id()) + "  " + verdict + "  " + claim.who() + ": " + claim.headline());
    Wrapped.lines(INDENT, found()).forEach(line -> lines.add(ink.dim(line)));
    return lines;
  }

  private String found() {
    String where = String.join(", ", claim.conditions());
    return switch (claim.verdict()) {
      case HOLDS, DOES_NOT_HOLD -> claim.explanation();
      case HOLDS_WITHIN_LIMITS -> claim.explanation() + " Holds " + where + ".";
      case NOT_DECIDED -> claim.explanation() + (where.isEmpty() ? "" : " So " + where + ".");
    };
  }
}
