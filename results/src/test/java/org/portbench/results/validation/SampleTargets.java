package org.portbench.results.validation;

import java.util.List;
import java.util.OptionalLong;
import org.portbench.results.Evidence;

/** Targets with made-up numbers. */
public final class SampleTargets {
  private SampleTargets() {}

  public static TargetResult target(
      String id, TargetKind kind, TargetUnit unit, long expected, OptionalLong predicted) {
    return new TargetResult(
        id,
        "sample",
        List.of("pc-2003"),
        "Somebody 1999, Table 1",
        kind,
        false,
        "cpuNsPerOperation(a)",
        unit,
        expected,
        predicted,
        "One against the other.",
        List.of(new Evidence("cell", "cpuNsPerOperation", 7)));
  }

  public static TargetResult recalled(TargetResult target) {
    return new TargetResult(
        target.id(),
        target.table(),
        target.machines(),
        target.source(),
        target.kind(),
        true,
        target.quantity(),
        target.unit(),
        target.expected(),
        target.predicted(),
        target.explanation(),
        target.evidence());
  }

  /** One of each kind, one that is missed, one without a number, one that is only shown. */
  public static Validation some() {
    return new Validation(
        List.of(
            target("part", TargetKind.COMPOSITION, TargetUnit.TIME, 1000, OptionalLong.of(1150)),
            target("far", TargetKind.COMPOSITION, TargetUnit.TIME, 1000, OptionalLong.of(500)),
            target("ratio", TargetKind.PREDICTION, TargetUnit.RATIO, 3600, OptionalLong.of(3500)),
            target("none", TargetKind.PREDICTION, TargetUnit.SIZE, 8192, OptionalLong.empty()),
            target("side", TargetKind.SIGN, TargetUnit.SIGN, 1, OptionalLong.of(-1)),
            target("shown", TargetKind.UNPREDICTABLE, TargetUnit.RATIO, 1571, OptionalLong.of(9)),
            recalled(
                target("old", TargetKind.PREDICTION, TargetUnit.TIME, 3000, OptionalLong.of(9)))));
  }
}
