package org.portbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlTable;

/**
 * Reads an experiment from TOML: {@code description} and {@code seed}, and the lists of one matrix
 * or, under {@code [[matrix]]}, of several. Lists that stand before the first {@code [[matrix]]}
 * hold in all that do not name their own.
 */
record ExperimentText(String name, MatrixText tables, String text) {
  private static final List<String> ROOT = with("description", "seed", "matrix");
  private static final long DEFAULT_SEED = 1;

  Experiment read() {
    TomlTable root = tables.toml(text);
    tables.requireKnown(root, ROOT, 1);
    if (!root.contains("description")) {
      throw tables.error(1, "has no description; add description = \"what it is to show\"");
    }
    String description = tables.word(root, "description", root.get("description"));
    long seed =
        root.contains("seed")
            ? tables.knob(root, "seed").seed(tables.word(root, "seed", root.get("seed")))
            : DEFAULT_SEED;
    return new Experiment(name, description, seed, matrices(root));
  }

  private List<Matrix> matrices(TomlTable root) {
    Matrix shared = tables.matrix(root);
    if (!root.contains("matrix")) {
      return List.of(tables.complete(shared, 1));
    }
    return tables.entries(root, "matrix").stream()
        .map(entry -> {
          tables.requireKnown(entry.table(), MatrixText.LISTS, entry.line());
          return tables.complete(tables.matrix(entry.table()).or(shared), entry.line());
        })
        .toList();
  }

  private static List<String> with(String... keys) {
    List<String> all = new ArrayList<>(List.of(keys));
    all.addAll(MatrixText.LISTS);
    return List.copyOf(all);
  }
}
