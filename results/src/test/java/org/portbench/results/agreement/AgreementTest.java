package org.portbench.results.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.portbench.results.agreement.Cells.cell;
import static org.portbench.results.agreement.Cells.skipped;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AgreementTest {
  @Test
  void errorsCountWhicheverWayTheyGo() {
    Agreement agreement =
        new Agreement(
            "m",
            List.of(),
            List.of(
                cell("a", 1, 90, 100),
                cell("b", 1, 130, 100),
                cell("c", 1, 100, 100),
                cell("d", 1, 50, 100),
                skipped("e", 1, 7)));

    assertEquals(Optional.of(new BigDecimal("20.00")), agreement.medianErrorPercent());
    assertEquals(4, agreement.compared());
    assertEquals(
        Optional.of(new BigDecimal("-10.00")), agreement.cells().getFirst().errorPercent());
    assertEquals(Optional.empty(), agreement.cells().getLast().errorPercent());
  }

  @Test
  void withoutCellsThereIsNoMedian() {
    assertEquals(Optional.empty(), new Agreement("m", List.of(), List.of()).medianErrorPercent());
  }

  @Test
  void aClaimIsAskedOfBothTiersSizeBySize() {
    Agreement agreement =
        new Agreement(
            "m",
            List.of(),
            List.of(
                cell("mach-3", 1, 120, 105),
                cell("vm-object", 1, 100, 100),
                cell("mach-3", 2, 111, 111),
                cell("vm-object", 2, 100, 100)));
    ClaimCheck check =
        ClaimCheck.of(agreement).stream()
            .filter(c -> c.id().equals("D3"))
            .findFirst()
            .orElseThrow();

    assertEquals(List.of(1L, 2L), check.predictedSizes());
    assertEquals(List.of(2L), check.measuredSizes());
    assertFalse(check.agrees());
  }

  @Test
  void aClaimThatNoCellSaysAnythingAboutIsNotMade() {
    assertEquals(
        List.of(), ClaimCheck.of(new Agreement("m", List.of(), List.of(cell("copy", 1, 1, 1)))));
  }
}
