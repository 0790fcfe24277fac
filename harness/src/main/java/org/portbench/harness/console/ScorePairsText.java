package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.reports.text.Quantities;
import org.portbench.reports.text.ScoreText;
import org.portbench.results.micro.ScorePair;
import org.portbench.results.micro.ScorePairs;

/** Two measurements of portbench itself beside one another. */
public record ScorePairsText(ScorePairs pairs) {

  public List<String> lines() {
    TextTable table = new TextTable("lrrrrl");
    table.row("benchmark", "base", "head", "speed", "99.9 %", "");
    pairs.pairs().forEach(pair -> table.row(row(pair)));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("Speed of the head by that of the base: above 1 is faster. The interval is that of");
    lines.add(
        "both scores at the far ends of theirs; it knows nothing of what else the machine did.");
    return lines;
  }

  private static List<String> row(ScorePair pair) {
    return List.of(
        pair.base().name(),
        new ScoreText(pair.base()).value(),
        new ScoreText(pair.head()).value(),
        decimal(pair.ratio()),
        interval(pair),
        words(pair.outcome()));
  }

  private static String interval(ScorePair pair) {
    return pair.least().isPresent() && pair.most().isPresent()
        ? decimal(pair.least().getAsDouble()) + " to " + decimal(pair.most().getAsDouble())
        : Quantities.ABSENT;
  }

  private static String words(ScorePair.Outcome outcome) {
    return switch (outcome) {
      case FASTER -> "faster";
      case SLOWER -> "slower";
      case NOT_TOLD_APART -> "not told apart";
      case UNKNOWN -> "too few samples";
    };
  }

  private static String decimal(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }
}
