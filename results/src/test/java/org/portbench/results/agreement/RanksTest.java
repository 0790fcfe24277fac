package org.portbench.results.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portbench.results.agreement.Cells.cell;
import static org.portbench.results.agreement.Cells.skipped;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RanksTest {
  @Test
  void theSameOrderIsOne() {
    Ranks ranks = Ranks.of(List.of(cell("a", 1, 5, 10), cell("b", 1, 6, 20), cell("c", 1, 7, 30)));

    assertEquals(new Ranks(3, 0, 0, 0), ranks);
    assertEquals(Optional.of(new BigDecimal("1.00")), ranks.tau());
  }

  @Test
  void theOppositeOrderIsMinusOne() {
    Ranks ranks = Ranks.of(List.of(cell("a", 1, 7, 10), cell("b", 1, 6, 20), cell("c", 1, 5, 30)));

    assertEquals(Optional.of(new BigDecimal("-1.00")), ranks.tau());
  }

  @Test
  void onePairOfThreeTheOtherWayIsAThird() {
    Ranks ranks = Ranks.of(List.of(cell("a", 1, 6, 10), cell("b", 1, 5, 20), cell("c", 1, 7, 30)));

    assertEquals(new Ranks(2, 1, 0, 0), ranks);
    assertEquals(Optional.of(new BigDecimal("0.33")), ranks.tau());
  }

  @Test
  void whatTheModelTellsNotApartCountsAgainstIt() {
    Ranks ranks = Ranks.of(List.of(cell("a", 1, 5, 10), cell("b", 1, 5, 20), cell("c", 1, 6, 30)));

    assertEquals(new Ranks(2, 0, 1, 0), ranks);
    assertEquals(Optional.of(new BigDecimal("0.67")), ranks.tau());
  }

  @Test
  void aPairNoFurtherApartThanEitherSpreadIsNotDecided() {
    Ranks far = Ranks.of(List.of(cell("a", 1, 5, 10, 9, 14), cell("b", 1, 6, 16)));
    Ranks near = Ranks.of(List.of(cell("a", 1, 5, 10, 9, 15), cell("b", 1, 6, 16)));
    Ranks other = Ranks.of(List.of(cell("a", 1, 5, 10), cell("b", 1, 6, 16, 12, 18)));

    assertEquals(new Ranks(1, 0, 0, 0), far);
    assertEquals(new Ranks(0, 0, 0, 1), near);
    assertEquals(new Ranks(0, 0, 0, 1), other);
    assertEquals(Optional.empty(), near.tau());
  }

  @Test
  void whatWasNotMeasuredIsInNoPair() {
    assertEquals(new Ranks(0, 0, 0, 0), Ranks.of(List.of(cell("a", 1, 5, 10), skipped("b", 1, 6))));
  }

  @Test
  void pairsAreFoundWithinASizeAlone() {
    Agreement agreement =
        new Agreement(
            "m",
            List.of(),
            List.of(
                cell("a", 1, 5, 10),
                cell("b", 1, 6, 20),
                cell("a", 2, 50, 100),
                cell("b", 2, 40, 200)));

    assertEquals(new Ranks(1, 1, 0, 0), agreement.ranks());
    assertEquals(Optional.of(new BigDecimal("0.00")), agreement.ranks().tau());
  }
}
