package org.portbench.reports.chart;

import java.util.List;

/**
 * One line of a panel.
 *
 * @param points what is drawn
 * @param measured those of them that were measured and get a mark
 */
record Curve(String name, Look look, List<Point> points, List<Point> measured) {

  record Point(double x, double y) {}

  Point end() {
    return points.getLast();
  }
}
