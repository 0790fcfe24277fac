package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the curves that lie on each other over all of their length, so that a note can say so. */
record Coinciding(List<Curve> curves, Scale up, int plotHeight) {
  /** Lines are two units thick. */
  private static final double UNITS = 1.5;

  /** Curves with those that lie on them, each named once. */
  List<List<String>> groups() {
    List<List<String>> groups = new ArrayList<>();
    Set<Curve> placed = new HashSet<>();
    for (Curve curve : curves) {
      if (placed.add(curve)) {
        List<String> names = new ArrayList<>(List.of(curve.name()));
        for (Curve other : curves) {
          if (!placed.contains(other) && onEachOther(curve, other)) {
            placed.add(other);
            names.add(other.name());
          }
        }
        if (names.size() > 1) {
          groups.add(names);
        }
      }
    }
    return groups;
  }

  /** A line for each group, cut where it is too wide. */
  List<String> notes(double width) {
    return groups().stream()
        .map(names -> "on each other: " + String.join(", ", names))
        .map(note -> Lettering.fit(note, Lettering.SMALL, width))
        .toList();
  }

  private boolean onEachOther(Curve one, Curve other) {
    Map<Double, Double> ones = heights(one);
    Map<Double, Double> others = heights(other);
    return ones.keySet().equals(others.keySet())
        && ones.entrySet().stream()
            .allMatch(at -> Math.abs(at.getValue() - others.get(at.getKey())) < UNITS);
  }

  private Map<Double, Double> heights(Curve curve) {
    return curve.points().stream()
        .collect(
            Collectors.toMap(
                Curve.Point::x, p -> up.share(p.y()) * plotHeight, (a, b) -> a, TreeMap::new));
  }
}
