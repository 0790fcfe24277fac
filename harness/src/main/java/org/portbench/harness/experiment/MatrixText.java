package org.portbench.harness.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.portbench.hardware.cost.Nearest;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.workload.ReplayMode;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Reads the tables of a file in which cells are named: the lists of a matrix, with whatever else
 * the file is about. Each mistake is named with its line.
 *
 * @param folder what the names of files in it are relative to; empty for the working directory
 */
public record MatrixText(String file, String folder) {
  public static final List<String> LISTS =
      Stream.concat(
              Stream.of(
                  "machines",
                  "strategies",
                  "workloads",
                  "sizes",
                  "queue_depths",
                  "replay",
                  "operations"),
              Stream.of(StackKnob.values()).map(StackKnob::key))
          .toList();

  /** The whole file. */
  public TomlTable toml(String text) {
    TomlParseResult toml = Toml.parse(text);
    toml.errors().stream()
        .min(Comparator.comparingInt(e -> e.position().line()))
        .ifPresent(first -> {
          throw error(first.position().line(), "no valid TOML: " + first.getMessage());
        });
    return toml;
  }

  /** A table of a list, and the line where it begins. */
  public record Entry(TomlTable table, int line) {}

  /** The tables of a list, at least one. */
  public List<Entry> entries(TomlTable root, String key) {
    List<Entry> entries = new ArrayList<>();
    if (root.get(List.of(key)) instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TomlTable table) {
          entries.add(new Entry(table, array.inputPositionOf(i).line()));
        }
      }
    }
    if (entries.isEmpty()) {
      throw error(line(root, key), key + " must be tables, each beginning with [[" + key + "]]");
    }
    return entries;
  }

  /** The same, if it names what cannot be left out. */
  public Matrix complete(Matrix matrix, int line) {
    if (matrix.machines().isEmpty()) {
      throw error(line, "no machines are named; add machines = [\"server-2024\"]");
    }
    if (matrix.workloads().isEmpty()) {
      throw error(line, "no workloads are named; add workloads = [\"randread-4k\"]");
    }
    return matrix;
  }

  /** The lists of a table. */
  public Matrix matrix(TomlTable table) {
    Optional<ReplayMode> replay =
        one(table, "replay").map(word -> knob(table, "replay").replay(word));
    OptionalLong operations =
        one(table, "operations").stream()
            .mapToLong(word -> knob(table, "operations").operations(word))
            .findFirst();
    return new Matrix(
        names(table, "machines", ".toml"),
        names(table, "strategies"),
        names(table, "workloads", ".fio", ".iolog"),
        list(table, "sizes", Knob::sizes),
        list(table, "queue_depths", Knob::queueDepths),
        stack(table),
        replay,
        operations);
  }

  private Map<StackKnob, List<String>> stack(TomlTable table) {
    Map<StackKnob, List<String>> words = new EnumMap<>(StackKnob.class);
    for (StackKnob knob : StackKnob.values()) {
      words.put(knob, list(table, knob.key(), (at, said) -> at.words(knob, said)));
    }
    return words;
  }

  private List<Name> names(TomlTable table, String key, String... fileEndings) {
    String where = file + ":" + line(table, key);
    return words(table, key).stream()
        .map(word -> new Name(word, where))
        .map(name -> name.isFile(fileEndings) ? new Name(resolved(name), where) : name)
        .toList();
  }

  private String resolved(Name name) {
    return folder.isEmpty() || name.path().isAbsolute() ? name.text() : folder + "/" + name.text();
  }

  private <T> List<T> list(
      TomlTable table, String key, BiFunction<Knob, List<String>, List<T>> read) {
    return read.apply(knob(table, key), words(table, key));
  }

  private List<String> words(TomlTable table, String key) {
    if (!table.contains(key)) {
      return List.of();
    }
    if (!(table.get(key) instanceof TomlArray array)) {
      throw error(line(table, key), key + " must be a list, as in " + key + " = [...]");
    }
    if (array.isEmpty()) {
      throw error(line(table, key), key + " is empty; leave it out or name something");
    }
    return array.toList().stream().map(value -> word(table, key, value)).toList();
  }

  public Optional<String> one(TomlTable table, String key) {
    return Optional.ofNullable(table.get(key)).map(value -> word(table, key, value));
  }

  public String word(TomlTable table, String key, Object value) {
    return switch (value) {
      case String text when !text.isBlank() -> text.strip();
      case Long number -> number.toString();
      default -> throw error(line(table, key), key + " takes a text in quotes or a whole number");
    };
  }

  /** What is not a key, is an error of its own line. */
  public void requireKnown(TomlTable table, List<String> known, int fallback) {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        int line = Math.max(fallback, line(table, key));
        throw error(line, "unknown key " + key + "; " + Nearest.hint(key, known));
      }
    }
  }

  public Knob knob(TomlTable table, String key) {
    return new Knob(file + ":" + line(table, key) + ": " + key);
  }

  /**
   * Keys are plain words: what is known has no dot, and what is unknown is only looked up whole.
   */
  public static int line(TomlTable table, String key) {
    return table.contains(List.of(key)) ? table.inputPositionOf(List.of(key)).line() : 1;
  }

  public ExperimentException error(int line, String what) {
    return new ExperimentException(file + ":" + line + ": " + what);
  }
}
