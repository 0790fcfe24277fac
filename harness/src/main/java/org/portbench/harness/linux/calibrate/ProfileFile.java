package org.portbench.harness.linux.calibrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;

/**
 * A machine profile as a file has it: what was measured stands above it as comments.
 *
 * @param name that the machine gets
 */
public record ProfileFile(String name, String description, int year) {

  public String text(MachineProfile machine, Readings readings) {
    List<String> lines = new ArrayList<>();
    lines.add("# What was measured: least, median, spread (between quartiles, of the median).");
    readings.measured().forEach((quantity, spread) -> lines.add(comment(quantity, spread)));
    readings
        .refused()
        .forEach((quantity, why) -> lines.add("# " + quantity.title() + ": not measured, " + why));
    lines.add("");
    lines.add("[machine]");
    lines.add("name = " + quoted(name));
    lines.add("description = " + quoted(description));
    lines.add("year = " + year);
    sections(machine)
        .forEach((section, numbers) -> {
          lines.add("");
          lines.add("[" + section + "]");
          numbers.forEach(number -> lines.add(line(number)));
        });
    return String.join("\n", lines) + "\n";
  }

  private static String comment(Quantity quantity, Spread spread) {
    return String.format(
        Locale.ROOT,
        "# %s: %.1f, %.1f %s, %.0f %%%s (%s)",
        quantity.title(),
        spread.least(),
        spread.median(),
        quantity.unit().word(),
        spread.percent(),
        spread.noisy() ? ", too noisy to trust" : "",
        quantity.how());
  }

  private static Map<String, List<Number>> sections(MachineProfile machine) {
    Map<String, List<Number>> sections = new LinkedHashMap<>();
    for (Number number : machine.numbers()) {
      String section = number.key().substring(0, number.key().lastIndexOf('.'));
      sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(number);
    }
    return sections;
  }

  private static String line(Number number) {
    String key = number.key().substring(number.key().lastIndexOf('.') + 1);
    boolean plain = number.value().matches("[0-9.]+|true|false");
    return "%s = { value = %s, status = %s, source = %s }"
        .formatted(
            key,
            plain ? number.value() : quoted(number.value()),
            quoted(number.status()),
            quoted(number.source()));
  }

  private static String quoted(String text) {
    String safe = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    return '"' + safe + '"';
  }
}
