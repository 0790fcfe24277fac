package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.harness.linux.calibrate.Readings;
import org.portbench.harness.linux.calibrate.Spread;

/**
 * What a calibration found, and how far that is to be trusted.
 *
 * @param file of the profile, as the user may name it
 */
public record CalibrationText(Readings readings, String host, String file, Ink ink) {

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(host));
    lines.addAll(table());
    lines.add("");
    readings
        .refused()
        .forEach((quantity, why) -> lines.add("not measured: " + quantity.title() + ": " + why));
    lines.add(trust());
    lines.add(
        "Nothing is taken off these values. Each is a call made from here, so that the call out of"
            + " the JVM is part of it.");
    lines.add("The profile: " + ink.bold(file) + "; portbench list machine " + file);
    return String.join("\n", lines);
  }

  private List<String> table() {
    TextTable table = new TextTable("lrrlrll");
    table.row("", "least", "median", "", "spread", "", "");
    readings
        .measured()
        .forEach((quantity, spread) ->
            table.row(
                quantity.title(),
                number(spread.least()),
                number(spread.median()),
                quantity.unit().word(),
                String.format(Locale.ROOT, "%.0f %%", spread.percent()),
                spread.noisy() ? "noisy" : "",
                quantity.how()));
    return table.lines();
  }

  private String trust() {
    List<String> noisy =
        readings.measured().entrySet().stream()
            .filter(entry -> entry.getValue().noisy())
            .map(entry -> entry.getKey().title())
            .toList();
    String rule =
        String.format(
            Locale.ROOT,
            "whose quartiles lie further apart than %.0f %% of the median",
            Spread.NOISY_PERCENT);
    return noisy.isEmpty()
        ? "None of them is one " + rule + "."
        : "Too noisy to trust, " + rule + ": " + String.join(", ", noisy) + ".";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%.0f", value);
  }
}
