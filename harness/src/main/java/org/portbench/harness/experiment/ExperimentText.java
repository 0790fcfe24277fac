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
 * Reads an experiment from TOML: {@code description} and {@code seed}, and the lists of one matrix
 * or, under {@code [[matrix]]}, of several. Lists that stand before the first {@code [[matrix]]}
 * hold in all that do not name their own.
 *
 * @param folder what the names of files in it are relative to; empty for the working directory
 */
record ExperimentText(String name, String file, String folder, String text) {
  private static final List<String> LISTS =
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
  private static final List<String> ROOT = with("description", "seed", "matrix");
  private static final long DEFAULT_SEED = 1;

  Experiment read() {
    TomlTable root = toml();
    requireKnown(root, ROOT, 1);
    if (!root.contains("description")) {
      throw error(1, "has no description; add description = \"what it is to show\"");
    }
    String description = word(root, "description", root.get("description"));
    long seed =
        root.contains("seed")
            ? knob(root, "seed").seed(word(root, "seed", root.get("seed")))
            : DEFAULT_SEED;
    return new Experiment(name, description, seed, matrices(root));
  }

  private TomlTable toml() {
    TomlParseResult toml = Toml.parse(text);
    toml.errors().stream()
        .min(Comparator.comparingInt(e -> e.position().line()))
        .ifPresent(first -> {
          throw error(first.position().line(), "no valid TOML: " + first.getMessage());
        });
    return toml;
  }

  private List<Matrix> matrices(TomlTable root) {
    Matrix shared = matrix(root);
    if (!root.contains("matrix")) {
      return List.of(complete(shared, 1));
    }
    List<Matrix> matrices = new ArrayList<>();
    if (root.get("matrix") instanceof TomlArray tables) {
      for (int i = 0; i < tables.size(); i++) {
        if (tables.get(i) instanceof TomlTable table) {
          int line = tables.inputPositionOf(i).line();
          requireKnown(table, LISTS, line);
          matrices.add(complete(matrix(table).or(shared), line));
        }
      }
    }
    if (matrices.isEmpty()) {
      throw error(line(root, "matrix"), "matrix must be tables, each beginning with [[matrix]]");
    }
    return matrices;
  }

  private Matrix complete(Matrix matrix, int line) {
    if (matrix.machines().isEmpty()) {
      throw error(line, "no machines are named; add machines = [\"server-2024\"]");
    }
    if (matrix.workloads().isEmpty()) {
      throw error(line, "no workloads are named; add workloads = [\"randread-4k\"]");
    }
    return matrix;
  }

  private Matrix matrix(TomlTable table) {
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

  private Optional<String> one(TomlTable table, String key) {
    return Optional.ofNullable(table.get(key)).map(value -> word(table, key, value));
  }

  private String word(TomlTable table, String key, Object value) {
    return switch (value) {
      case String text when !text.isBlank() -> text.strip();
      case Long number -> number.toString();
      default -> throw error(line(table, key), key + " takes a text in quotes or a whole number");
    };
  }

  private void requireKnown(TomlTable table, List<String> known, int fallback) {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        int line = Math.max(fallback, line(table, key));
        throw error(line, "unknown key " + key + "; " + Nearest.hint(key, known));
      }
    }
  }

  private Knob knob(TomlTable table, String key) {
    return new Knob(file + ":" + line(table, key) + ": " + key);
  }

  /**
   * Keys are plain words: what is known has no dot, and what is unknown is only looked up whole.
   */
  private static int line(TomlTable table, String key) {
    return table.contains(List.of(key)) ? table.inputPositionOf(List.of(key)).line() : 1;
  }

  private ExperimentException error(int line, String what) {
    return new ExperimentException(file + ":" + line + ": " + what);
  }

  private static List<String> with(String... keys) {
    List<String> all = new ArrayList<>(List.of(keys));
    all.addAll(LISTS);
    return List.copyOf(all);
  }
}
