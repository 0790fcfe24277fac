package org.portbench.harness.validate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetUnit;

/**
 * A published figure and what of the model it is held against.
 *
 * @param where file and line
 * @param quantity the formula as it was written
 * @param compares what of the model stands for what was measured
 * @param unmet why it is not met, if it is not
 */
record Target(
    String id,
    String where,
    String source,
    TargetKind kind,
    boolean recalled,
    String quantity,
    Formula formula,
    TargetUnit unit,
    long expected,
    String compares,
    Optional<String> unmet) {

  /** The runs whose numbers it needs. */
  Set<String> runs() {
    return new TreeSet<>(formula.runs().toList());
  }

  /** The work its figure stands in: what comes before the first comma. */
  String work() {
    return source.split(",", 2)[0].strip();
  }

  String explanation(boolean met) {
    return met || unmet.isEmpty() ? compares : compares + " " + unmet.get();
  }
}
