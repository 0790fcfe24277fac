package org.portbench.harness.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.MatrixText;
import org.tomlj.TomlTable;

/** A target's quantity: one formula, or two with {@code <} or {@code >} between them. */
record QuantityText(MatrixText tables, TomlTable table, String text, List<Run> runs) {

  Formula formula() {
    return read(text);
  }

  /** Of the left side and the right. */
  Formula difference() {
    int at = relation();
    Formula left = read(text.substring(0, at));
    Formula right = read(text.substring(at + 1));
    if (!left.dimension().equals(right.dimension())) {
      throw error(left.dimension().words() + " is not compared with " + right.dimension().words());
    }
    return new Formula.Binary('-', left, right);
  }

  /** Of the difference, as it was published. */
  long expectedSign() {
    return text.charAt(relation()) == '>' ? 1 : -1;
  }

  private int relation() {
    int less = text.indexOf('<');
    int more = text.indexOf('>');
    if ((less < 0) == (more < 0)) {
      throw error("a sign compares two formulas by < or >");
    }
    return Math.max(less, more);
  }

  private Formula read(String formula) {
    Map<String, List<Long>> sizes =
        runs.stream().collect(Collectors.toMap(Run::id, run -> run.matrix().sizes()));
    String where = tables.file() + ":" + MatrixText.line(table, "quantity") + ": quantity";
    return new FormulaText(formula.strip(), sizes, where, this::error).read();
  }

  private ExperimentException error(String what) {
    return tables.error(MatrixText.line(table, "quantity"), "quantity: " + what);
  }
}
