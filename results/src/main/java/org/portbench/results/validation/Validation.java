package org.portbench.results.validation;

import java.util.List;

/** What became of all targets, in the order of their files. */
public record Validation(List<TargetResult> targets) {
  public static final int SCHEMA_VERSION = 1;

  public Validation {
    targets = List.copyOf(targets);
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
