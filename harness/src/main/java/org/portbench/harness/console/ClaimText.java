package org.portbench.harness.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Influence;
import org.portbench.results.RobustnessText;
import org.portbench.results.Sensitivity;

/**
 * A claim in full: verdict, what was found, where it holds, what estimates do, and what is fair.
 */
public record ClaimText(ClaimVerdict claim, Ink ink) {
  private static final String INDENT = "    ";
  private static final int MOST = 5;

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.bold(claim.id())
            + "  "
            + ink.verdict(claim.verdict(), claim.verdict().words())
            + "  "
            + claim.who()
            + ": "
            + claim.statement());
    say(lines, "asked", claim.threshold());
    say(lines, "found", claim.explanation());
    claim.conditions().forEach(condition -> say(lines, "where", condition));
    say(lines, "estimates", new RobustnessText(claim).words());
    new RobustnessText(claim).note().ifPresent(note -> say(lines, "but", note));
    claim
        .sensitivity()
        .figuresPerMille()
        .forEach((machine, figure) -> say(lines, machine, swings(machine, figure)));
    if (!claim.fairness().isEmpty()) {
      say(lines, "to be fair", claim.fairness());
    }
    return String.join("\n", lines);
  }

  private static void say(List<String> lines, String what, String text) {
    lines.addAll(Wrapped.lines(INDENT, what + ": " + text));
  }

  private String swings(String machine, long baseline) {
    Sensitivity sensitivity = claim.sensitivity();
    String most =
        sensitivity.byEffect(machine).stream()
            .limit(MOST)
            .map(ClaimText::swing)
            .collect(Collectors.joining("; "));
    return sensitivity.figure()
        + ", median "
        + ratio(baseline)
        + (most.isEmpty() ? ", moved by none" : "; half and twice " + most);
  }

  private static String swing(Influence influence) {
    return influence.name()
        + " "
        + influence.half().map(ClaimText::figure).orElse("–")
        + " and "
        + influence.twice().map(ClaimText::figure).orElse("–");
  }

  private static String figure(Influence.Change change) {
    OptionalLong figure = change.figurePerMille();
    return figure.isPresent() ? ratio(figure.getAsLong()) : "–";
  }

  private static String ratio(long perMille) {
    return "×" + BigDecimal.valueOf(perMille, 3).setScale(2, RoundingMode.HALF_UP);
  }
}
