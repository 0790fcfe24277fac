package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.results.gate.Interval;
import org.portbench.results.gate.Proportion;
import org.portbench.results.gate.replay.Characteristics;
import org.portbench.results.gate.replay.Effect;
import org.portbench.results.gate.replay.Tally;

/** How often the wall-clock gate alarms: a row for each effect that was put into a build. */
public record CharacteristicsText(Characteristics characteristics, Ink ink) {

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable("llrrrrr");
    table.row("", "", "ratio", "alarms", "of runs", "replayed", "inconclusive");
    for (Effect effect : characteristics.effects()) {
      Tally replayed = effect.replayed(Characteristics.REPLAYS, Characteristics.SEED);
      table.row(
          effect.name(),
          effect.what(),
          effect.clean().isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", effect.ratio()),
          Integer.toString(effect.endToEnd().regressions()),
          Integer.toString(effect.endToEnd().trials()),
          share(replayed.alarms()),
          share(replayed.undecided()));
    }
    lines.addAll(table.lines());
    characteristics
        .wholeRuns()
        .forEach(runs ->
            lines.add(
                "Runs of "
                    + Characteristics.CELLS_OF_RUN
                    + " cells in which nothing is slower, with an alarm: "
                    + share(runs.withAlarm())));
    return lines;
  }

  private static String share(Proportion proportion) {
    Interval interval = proportion.interval(Characteristics.CONFIDENCE);
    return String.format(
        Locale.ROOT,
        "%.2f %% (%.2f to %.2f)",
        100 * proportion.share(),
        100 * interval.low(),
        100 * interval.high());
  }
}
