package org.portbench.hardware.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Takes a TOML text apart: a header, then sections of keys that state value, status and source. */
final class ProfileParser {
  private static final String HEADER = "machine";
  private static final List<String> HEADER_KEYS = List.of("name", "description", "year");
  private static final List<String> SECTIONS =
      List.of(HEADER, "cpu", "memory", "mmu", "iommu", "interrupts", "device", "measured");
  private static final List<String> MEDIA = List.of("device.disk", "device.flash");
  private static final List<String> VALUE_KEYS = List.of("value", "status", "source");
  private static final List<String> STATUSES =
      List.of("verified", "secondary", "recalled", "derived", "estimate");

  private final String file;
  private final Map<String, ProfilePlace> sections = new LinkedHashMap<>();
  private final List<Stated> values = new ArrayList<>();

  private ProfileParser(String file) {
    this.file = file;
  }

  static ProfileText parse(String file, String text) {
    ProfileParser parser = new ProfileParser(file);
    TomlTable root = parser.toml(text);
    root.keySet().forEach(name -> parser.section(root, name));
    parser.values.sort(Comparator.comparingInt(stated -> stated.place().line()));
    return parser.profile(root);
  }

  private TomlTable toml(String text) {
    TomlParseResult toml = Toml.parse(text);
    toml.errors().stream()
        .min(Comparator.comparingInt(error -> error.position().line()))
        .ifPresent(first -> {
          throw new ProfilePlace(file, first.position().line()).error(first.getMessage());
        });
    return toml;
  }

  private void section(TomlTable root, String name) {
    ProfilePlace place = place(root, name);
    if (!SECTIONS.contains(name)) {
      throw place.error("unknown section [" + name + "]; " + Nearest.hint(name, SECTIONS));
    }
    if (!name.equals(HEADER)) {
      values(name, table(root, name, name), place);
    }
  }

  private void values(String section, TomlTable table, ProfilePlace start) {
    sections.put(section, start);
    for (String key : table.keySet()) {
      String path = section + "." + key;
      if (MEDIA.contains(path)) {
        values(path, table(table, key, path), place(table, key));
      } else {
        values.add(stated(section, table, key));
      }
    }
  }

  private Stated stated(String section, TomlTable table, String key) {
    String path = section + "." + key;
    ProfilePlace place = place(table, key);
    if (!(table.get(List.of(key)) instanceof TomlTable fields)) {
      String form = "{ value = " + shown(table, key) + ", status = \"...\", source = \"...\" }";
      throw place.error(path + " has no source; write " + key + " = " + form);
    }
    if (fields.entrySet().stream().anyMatch(field -> field.getValue() instanceof TomlTable)) {
      throw place.error("unknown section [" + path + "]; " + Nearest.hint(path, MEDIA));
    }
    requireKeys(fields, VALUE_KEYS, path, place);
    String status = text(fields, "status", path);
    if (!STATUSES.contains(status)) {
      throw wrong(fields, "status", path, "one of " + String.join(", ", STATUSES));
    }
    Object value = value(fields, path);
    return new Stated(section, key, value, status, text(fields, "source", path), place);
  }

  private Object value(TomlTable fields, String path) {
    return switch (fields.get(List.of("value"))) {
      case Long number -> BigDecimal.valueOf(number);
      case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
      case Boolean flag -> flag;
      case String text -> text;
      default -> throw wrong(fields, "value", path, "a number, true, false or a text");
    };
  }

  private ProfileText profile(TomlTable root) {
    ProfilePlace start = new ProfilePlace(file, 1);
    for (String section : SECTIONS.subList(0, SECTIONS.size() - 1)) {
      if (!root.contains(List.of(section))) {
        throw start.error("there is no section [" + section + "]; add it");
      }
    }
    TomlTable header = table(root, HEADER, HEADER);
    requireKeys(header, HEADER_KEYS, HEADER, place(root, HEADER));
    String name = text(header, "name", HEADER);
    if (!name.matches("[a-z0-9][a-z0-9.-]{0,59}")) {
      throw wrong(header, "name", HEADER, "of a to z, 0 to 9, hyphens and dots, at most 60");
    }
    if (!(header.get(List.of("year")) instanceof Long year) || year < 1950 || year > 2100) {
      throw wrong(header, "year", HEADER, "from 1950 to 2100");
    }
    String description = text(header, "description", HEADER);
    return new ProfileText(file, name, description, year.intValue(), sections, values);
  }

  private void requireKeys(TomlTable table, List<String> keys, String path, ProfilePlace place) {
    for (String key : table.keySet()) {
      if (!keys.contains(key)) {
        String hint = Nearest.hint(key, keys);
        throw place(table, key).error("unknown key " + key + " in " + path + "; " + hint);
      }
    }
    for (String key : keys) {
      if (!table.contains(List.of(key))) {
        throw place.error(path + " has no " + key + "; add " + key + " = ...");
      }
    }
  }

  private String text(TomlTable table, String key, String path) {
    if (table.get(List.of(key)) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(table, key, path, "a text in quotes, not empty");
  }

  private ProfileException wrong(TomlTable table, String key, String path, String rule) {
    String message = "the " + key + " of " + path + " is " + shown(table, key);
    return place(table, key).error(message + "; it must be " + rule);
  }

  private static String shown(TomlTable table, String key) {
    return switch (table.get(List.of(key))) {
      case String text -> '"' + text + '"';
      case TomlArray _ -> "a list";
      case TomlTable _ -> "a table";
      case Object other -> other.toString();
    };
  }

  private TomlTable table(TomlTable parent, String key, String path) {
    if (parent.get(List.of(key)) instanceof TomlTable table) {
      return table;
    }
    throw place(parent, key).error(path + " is no section; begin it with [" + path + "]");
  }

  private ProfilePlace place(TomlTable table, String key) {
    return new ProfilePlace(file, table.inputPositionOf(List.of(key)).line());
  }
}
