package org.portbench.hardware.cost;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile.Number;

/**
 * A profile as it is written, before anything is known about its keys.
 *
 * @param sections where each begins
 * @param values in the order of the file
 */
record ProfileText(
    String file,
    String name,
    String description,
    int year,
    Map<String, ProfilePlace> sections,
    List<Stated> values) {

  /** The text of a machine, in which numbers replace those of the same key. */
  static ProfileText of(MachineProfile machine, List<Number> replacements) {
    Map<String, Number> numbers = new LinkedHashMap<>();
    machine.numbers().forEach(number -> numbers.put(number.key(), number));
    replacements.forEach(number -> numbers.put(number.key(), number));

    ProfilePlace place = new ProfilePlace(machine.name(), 0);
    Map<String, ProfilePlace> sections = new LinkedHashMap<>();
    sections.put("measured", place);
    List<Stated> values = numbers.values().stream().map(number -> stated(number, place)).toList();
    values.forEach(stated -> sections.put(stated.section(), place));
    return new ProfileText(
        place.file(), machine.name(), machine.description(), machine.year(), sections, values);
  }

  private static Stated stated(Number number, ProfilePlace place) {
    int dot = number.key().lastIndexOf('.');
    String section = number.key().substring(0, Math.max(0, dot));
    String key = number.key().substring(dot + 1);
    Object value = value(number.value());
    return new Stated(section, key, value, number.status(), number.source(), place);
  }

  private static Object value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    boolean number = text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    return number ? new BigDecimal(text) : text;
  }
}
