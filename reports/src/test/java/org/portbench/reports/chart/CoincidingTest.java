package org.portbench.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a scale from 0 to 100 over 200 units, a unit is a half. */
class CoincidingTest {
  private static final Scale UP = new Scale(0, 100, false, List.of());

  @Test
  void linesThatAreCloserThanTheyAreThickLieOnEachOther() {
    assertEquals(
        List.of(List.of("one", "two")),
        groups(curve("one", 10, 50), curve("far", 30, 50), curve("two", 10.7, 49.3)));
  }

  @Test
  void onePlaceApartIsEnoughToTellThemApart() {
    assertEquals(List.of(), groups(curve("one", 10, 50), curve("two", 10, 50.8)));
  }

  @Test
  void aShorterLineDoesNotLieOnALongerOne() {
    assertEquals(List.of(), groups(curve("one", 10, 50), curve("two", 10, 50, 60)));
  }

  private static List<List<String>> groups(Curve... curves) {
    return new Coinciding(List.of(curves), UP, 200).groups();
  }

  private static Curve curve(String name, double... heights) {
    List<Curve.Point> points = new ArrayList<>();
    for (double height : heights) {
      points.add(new Curve.Point(points.size(), height));
    }
    return new Curve(name, new Look(Shade.INK, Mark.DISC, Dash.SOLID), points, points);
  }
}
