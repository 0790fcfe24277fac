package org.portbench.harness.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Doubt;

/** What a command ends with. */
final class ExitCode {
  static final int PASSED = 0;

  static final int REGRESSION = 1;

  /** The command line, a file named on it, or a directory that cannot be written. */
  static final int USAGE = 2;

  static final int INCONCLUSIVE = 3;

  /** A stored run or baseline that cannot be read, or has nothing to be compared with. */
  static final int UNREADABLE = 4;

  static final int CELL_FAILED = 5;

  /** A mistake of this program's own. */
  static final int INTERNAL = 70;

  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** The most serious of them: what is not comparable, a failure, a regression, doubt. */
  static int of(Collection<CellVerdict> verdicts) {
    return verdicts.stream()
        .map(ExitCode::of)
        .min(
            Comparator.comparingInt(
                List.of(UNREADABLE, CELL_FAILED, REGRESSION, INCONCLUSIVE, PASSED)::indexOf))
        .orElse(PASSED);
  }

  private static int of(CellVerdict verdict) {
    return switch (verdict) {
      case CellVerdict.Pass _, CellVerdict.ImprovementNoted _ -> PASSED;
      case CellVerdict.Regression _ -> REGRESSION;
      case CellVerdict.Inconclusive(Doubt.Lacking _) -> UNREADABLE;
      case CellVerdict.Inconclusive(Doubt.Failed _) -> CELL_FAILED;
      case CellVerdict.Inconclusive _ -> INCONCLUSIVE;
    };
  }
}
