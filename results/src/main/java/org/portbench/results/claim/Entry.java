package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a claims file; what is missing, unknown or of another type is named with its line.
 *
 * @param line where the table stands
 */
record Entry(String file, TomlTable table, int line) {

  void allow(String... keys) {
    Set<String> unknown = new TreeSet<>(table.keySet());
    List.of(keys).forEach(unknown::remove);
    for (String key : unknown) {
      throw wrong(lineOf(key), "unknown key " + key + "; known are " + String.join(", ", keys));
    }
  }

  boolean has(String key) {
    return table.contains(List.of(key));
  }

  String text(String key) {
    return textIfAny(key).orElseThrow(() -> wrong(key + " is missing"));
  }

  Optional<String> textIfAny(String key) {
    return switch (table.get(List.of(key))) {
      case null -> Optional.empty();
      case String text -> Optional.of(text.strip().replaceAll("\\s+", " "));
      default -> throw wrong(lineOf(key), key + " must be a text");
    };
  }

  long integer(String key) {
    if (table.get(List.of(key)) instanceof Long number) {
      return number;
    }
    throw wrong(lineOf(key), key + " must be an integer");
  }

  List<String> texts(String key) {
    TomlArray array = array(key);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof String text)) {
        throw wrong(lineOf(key), key + " must be a list of texts");
      }
      all.add(text);
    }
    return all;
  }

  Entry entry(String key) {
    return entryIfAny(key).orElseThrow(() -> wrong(key + " is missing"));
  }

  Optional<Entry> entryIfAny(String key) {
    return switch (table.get(List.of(key))) {
      case null -> Optional.empty();
      case TomlTable inner -> Optional.of(new Entry(file, inner, lineOf(key)));
      default -> throw wrong(lineOf(key), key + " must be a table");
    };
  }

  /** The tables of an array of tables, none where there is no such key. */
  List<Entry> entries(String key) {
    List<Entry> all = new ArrayList<>();
    if (has(key)) {
      TomlArray array = array(key);
      for (int i = 0; i < array.size(); i++) {
        if (!(array.get(i) instanceof TomlTable inner)) {
          throw wrong(lineOf(key), key + " must be a list of tables");
        }
        all.add(new Entry(file, inner, array.inputPositionOf(i).line()));
      }
    }
    return all;
  }

  void check(boolean right, String problem) {
    if (!right) {
      throw wrong(problem);
    }
  }

  ClaimException wrong(String problem) {
    return wrong(line, problem);
  }

  private ClaimException wrong(int where, String problem) {
    return new ClaimException(file + ":" + where + ": " + problem);
  }

  private TomlArray array(String key) {
    if (table.get(List.of(key)) instanceof TomlArray array) {
      return array;
    }
    throw wrong(lineOf(key), has(key) ? key + " must be a list" : key + " is missing");
  }

  private int lineOf(String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null ? line : position.line();
  }
}
