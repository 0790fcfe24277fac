package org.portbench.reports.chart;

import java.util.List;
import org.portbench.results.Status;

/**
 * One bar of a panel.
 *
 * @param segments from the axis outward; none where there is nothing to show
 * @param text written at its end: its total, or why there is none
 */
record Bar(String name, List<Segment> segments, String text, Shade textShade) {

  record Segment(double value, Shade shade) {}

  /** Says in place of a value how the cell ended. */
  static Bar missing(String name, Status status) {
    Shade shade = status == Status.FAILED ? Shade.ALARM : Shade.FAINT_INK;
    return new Bar(name, List.of(), status.word(), shade);
  }

  double total() {
    return segments.stream().mapToDouble(Segment::value).sum();
  }
}
