package org.portbench.harness.validate;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.GivenText;
import org.portbench.harness.experiment.Matrix;
import org.portbench.harness.experiment.MatrixText;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetUnit;
import org.tomlj.TomlTable;

/**
 * Reads published figures from TOML: {@code [[run]]} names cells as a matrix of an experiment does,
 * {@code [[target]]} a figure and a formula over their numbers. Lists that stand before the first
 * {@code [[run]]} hold in all that do not name their own, a {@code source} there in all targets.
 */
record TargetText(GivenText given) {
  private static final List<String> RUN = with("id");
  private static final List<String> ROOT = with("description", "source", "run", "target");
  private static final List<String> TARGET =
      List.of(
          "id", "quantity", "unit", "expected", "kind", "recalled", "source", "compares", "unmet");

  TargetTable read() {
    TomlTable root = tables().toml(given.text());
    tables().requireKnown(root, ROOT, 1);
    String description = text(root, "description", 1);
    Map<String, Run> runs = new LinkedHashMap<>();
    for (MatrixText.Entry entry : tables().entries(root, "run")) {
      Run run = run(entry, tables().matrix(root));
      if (runs.putIfAbsent(run.id(), run) != null) {
        throw tables().error(entry.line(), "a second run " + run.id() + "; give it another id");
      }
    }
    Set<String> ids = new HashSet<>();
    List<Target> targets =
        tables().entries(root, "target").stream()
            .map(entry -> target(entry, root, List.copyOf(runs.values()), ids))
            .toList();
    return new TargetTable(given.name(), description, List.copyOf(runs.values()), targets);
  }

  private Run run(MatrixText.Entry entry, Matrix shared) {
    tables().requireKnown(entry.table(), RUN, entry.line());
    String id = text(entry.table(), "id", entry.line());
    if (!id.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
      throw tables()
          .error(
              MatrixText.line(entry.table(), "id"),
              "id '" + id + "': letters, digits, dots, hyphens; a letter first");
    }
    Matrix matrix = tables().complete(tables().matrix(entry.table()).or(shared), entry.line());
    return new Run(id, tables().file() + ":" + entry.line(), matrix);
  }

  private Target target(MatrixText.Entry entry, TomlTable root, List<Run> runs, Set<String> ids) {
    TomlTable table = entry.table();
    int line = entry.line();
    tables().requireKnown(table, TARGET, line);
    String id = text(table, "id", line);
    if (!ids.add(id)) {
      throw tables().error(line, "a second target " + id + "; give it another id");
    }
    TargetKind kind = kind(table, line);
    String quantity = text(table, "quantity", line);
    QuantityText formula = new QuantityText(tables(), table, quantity, runs);
    boolean sign = kind == TargetKind.SIGN;
    Formula worked = sign ? formula.difference() : formula.formula();
    Written expected = sign ? sign(table, formula) : expected(table, line, worked);
    return new Target(
        id,
        tables().file() + ":" + line,
        table.contains("source") || !root.contains("source")
            ? text(table, "source", line)
            : text(root, "source", 1),
        kind,
        flag(table, "recalled"),
        quantity,
        worked,
        expected.unit,
        expected.value,
        text(table, "compares", line),
        table.contains("unmet") ? Optional.of(text(table, "unmet", line)) : Optional.empty());
  }

  private record Written(TargetUnit unit, long value) {}

  private Written sign(TomlTable table, QuantityText formula) {
    for (String key : List.of("expected", "unit")) {
      if (table.contains(key)) {
        throw tables()
            .error(MatrixText.line(table, key), "a sign has no " + key + "; leave it out");
      }
    }
    return new Written(TargetUnit.SIGN, formula.expectedSign());
  }

  private Written expected(TomlTable table, int line, Formula formula) {
    String word = text(table, "unit", line);
    WrittenUnit unit =
        WrittenUnit.of(word)
            .orElseThrow(() ->
                tables()
                    .error(
                        MatrixText.line(table, "unit"),
                        "unit '"
                            + word
                            + "': must be one of "
                            + String.join(", ", WrittenUnit.words())));
    if (!Dimension.of(unit.kept()).equals(formula.dimension())) {
      throw tables()
          .error(
              MatrixText.line(table, "quantity"),
              "quantity is " + formula.dimension().words() + ", which has no unit " + word);
    }
    return new Written(unit.kept(), unit.kept(number(table, "expected", line)));
  }

  private BigDecimal number(TomlTable table, String key, int line) {
    BigDecimal number =
        switch (table.get(key)) {
          case null -> throw missing(key, line);
          case Long whole -> BigDecimal.valueOf(whole);
          case Double fraction -> finite(table, key, fraction);
          default -> throw notPositive(table, key);
        };
    if (number.signum() <= 0) {
      throw notPositive(table, key);
    }
    return number;
  }

  private BigDecimal finite(TomlTable table, String key, double fraction) {
    if (!Double.isFinite(fraction)) {
      throw notPositive(table, key);
    }
    return BigDecimal.valueOf(fraction);
  }

  private ExperimentException notPositive(TomlTable table, String key) {
    return tables().error(MatrixText.line(table, key), key + " must be a number above 0");
  }

  private TargetKind kind(TomlTable table, int line) {
    text(table, "kind", line);
    return tables().knob(table, "kind").choice(text(table, "kind", line), TargetKind.values());
  }

  private boolean flag(TomlTable table, String key) {
    return switch (table.get(key)) {
      case null -> false;
      case Boolean flag -> flag;
      default -> throw tables().error(MatrixText.line(table, key), key + " must be true or false");
    };
  }

  private String text(TomlTable table, String key, int line) {
    return switch (table.get(key)) {
      case null -> throw missing(key, line);
      case String text when !text.isBlank() -> text.strip().replaceAll("\\s+", " ");
      default ->
          throw tables().error(MatrixText.line(table, key), key + " must be a text in quotes");
    };
  }

  private ExperimentException missing(String key, int line) {
    return tables().error(line, "has no " + key + "; add " + key + " = ...");
  }

  private MatrixText tables() {
    return given.tables();
  }

  private static List<String> with(String... keys) {
    return Stream.concat(Stream.of(keys), MatrixText.LISTS.stream()).toList();
  }
}
