package org.portbench.results.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.results.agreement.Cells.cell;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class CrossingTest {
  @Test
  void aCurveCrossesWhereTheLineBetweenItsPointsDoes() {
    assertEquals(Optional.of(128L), Crossing.last(curve(64, -1, 256, 1)));
    assertEquals(Optional.of(91L), Crossing.last(curve(64, -1, 256, 3)));
  }

  @Test
  void aCurveThatOnlyTouchesDoesNotCross() {
    assertEquals(Optional.empty(), Crossing.last(curve(64, 1, 128, 0, 256, 1)));
    assertEquals(Optional.empty(), Crossing.last(curve(64, 1, 256, 2)));
  }

  @Test
  void theLastOfSeveralCounts() {
    assertEquals(Optional.of(512L), Crossing.last(curve(64, -1, 256, 1, 1024, -1)));
  }

  @Test
  void bothTiersAreHeldAgainstEachOther() {
    List<Crossing> crossings =
        agreement(
                cell("a", 64, 20, 20),
                cell("a", 256, 20, 20),
                cell("b", 64, 10, 10),
                cell("b", 256, 40, 40))
            .crossings();

    assertEquals(1, crossings.size());
    Crossing crossing = crossings.getFirst();
    assertEquals("a", crossing.cheaperAbove());
    assertEquals("b", crossing.cheaperBelow());
    assertEquals(Optional.of(128L), crossing.predictedBytes());
    assertEquals(Optional.of(128L), crossing.measuredBytes());
    assertTrue(crossing.met());
    assertTrue(crossing.decided());
  }

  @Test
  void oneThatOnlyOneTierHasIsMissed() {
    Crossing crossing =
        agreement(
                cell("a", 64, 5, 20),
                cell("a", 256, 20, 20),
                cell("b", 64, 10, 10),
                cell("b", 256, 40, 40))
            .crossings()
            .getFirst();

    assertEquals(Optional.empty(), crossing.predictedBytes());
    assertEquals(Optional.of(128L), crossing.measuredBytes());
    assertFalse(crossing.met());
  }

  @Test
  void twiceAsFarIsMetAndMoreIsNot() {
    assertTrue(crossing(100, 200).met());
    assertTrue(crossing(200, 100).met());
    assertFalse(crossing(100, 201).met());
    assertFalse(crossing(201, 100).met());
  }

  @Test
  void anOrderWithinTheSpreadIsNotDecided() {
    Crossing crossing =
        agreement(
                cell("a", 64, 20, 11, 9, 13),
                cell("a", 256, 20, 20),
                cell("b", 64, 10, 10),
                cell("b", 256, 40, 40))
            .crossings()
            .getFirst();

    assertFalse(crossing.decided());
  }

  @Test
  void whatNeverCrossesIsNotNamed() {
    assertEquals(
        List.of(),
        agreement(
                cell("a", 64, 20, 20),
                cell("a", 256, 20, 20),
                cell("b", 64, 10, 10),
                cell("b", 256, 11, 11))
            .crossings());
  }

  private static Agreement agreement(ComparedCell... cells) {
    return new Agreement("m", List.of(), List.of(cells));
  }

  private static Crossing crossing(long predicted, long measured) {
    return new Crossing(Cells.SPOT, "a", "b", Optional.of(predicted), Optional.of(measured), true);
  }

  private static NavigableMap<Long, Double> curve(double... points) {
    NavigableMap<Long, Double> curve = new TreeMap<>();
    for (int i = 0; i < points.length; i += 2) {
      curve.put((long) points[i], points[i + 1]);
    }
    return curve;
  }
}
