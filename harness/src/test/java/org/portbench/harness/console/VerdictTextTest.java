package org.portbench.harness.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Robustness;
import org.portbench.results.Sensitivity;
import org.portbench.results.Verdict;

final class VerdictTextTest {
  private static final Ink PLAIN = new Ink(false);

  @Test
  void aVerdictIsTheClaimWhatWasFoundAndWhereItHolds() {
    assertEquals(
        List.of(
            "D7  holds within limits  Matt Dillon: it is almost as good",
            "    On pc-2003 it takes ×1.02. Holds on pc-2003 for reads, on server-2024 nowhere."),
        new VerdictText(
                verdict(
                    Verdict.HOLDS_WITHIN_LIMITS, "on pc-2003 for reads", "on server-2024 nowhere"),
                PLAIN)
            .lines());
  }

  @Test
  void whatHoldsEverywhereNeedsNoPlace() {
    assertEquals(
        List.of("D7  holds  Matt Dillon: it is almost as good", "    On pc-2003 it takes ×1.02."),
        new VerdictText(verdict(Verdict.HOLDS, "on pc-2003 everywhere"), PLAIN).lines());
  }

  private static ClaimVerdict verdict(Verdict verdict, String... conditions) {
    return new ClaimVerdict(
        "D7",
        "Matt Dillon",
        "It is almost as good.",
        "it is almost as good",
        verdict,
        Robustness.NOT_TESTED_YET,
        Sensitivity.NONE,
        "CPU time",
        "at most ×1.10",
        List.of(conditions),
        "On pc-2003 it takes ×1.02.",
        List.of("met in 1 of 2 settings"),
        "",
        List.of());
  }
}
