package org.portbench.results.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What became of all targets, in the order of their files. */
public record Validation(List<TargetResult> targets) {
  public static final int SCHEMA_VERSION = 1;

  public Validation {
    targets = List.copyOf(targets);
  }

  /** In the order in which tables first occur. */
  public SequencedMap<String, List<TargetResult>> byTable() {
    SequencedMap<String, List<TargetResult>> tables = new LinkedHashMap<>();
    targets.forEach(t -> tables.computeIfAbsent(t.table(), _ -> new ArrayList<>()).add(t));
    return tables;
  }

  /** Over all that have an error which says something about the model. */
  public Errors errors() {
    return Errors.of(targets.stream().filter(target -> target.kind().scored()));
  }

  public Errors errors(TargetKind kind) {
    return Errors.of(targets.stream().filter(target -> target.kind() == kind));
  }

  public int counted() {
    return (int) targets.stream().filter(TargetResult::counted).count();
  }

  /** Of those that are counted. */
  public int met() {
    return (int) targets.stream().filter(t -> t.counted() && t.met()).count();
  }
}
