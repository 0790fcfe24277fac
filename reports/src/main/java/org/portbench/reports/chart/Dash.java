package org.portbench.reports.chart;

import java.awt.BasicStroke;

/** How a line is broken, which tells lines apart where colours do not. */
enum Dash {
  SOLID,
  /** A floor or a ceiling. */
  REFERENCE(5, 3),
  LONG(10, 3),
  SHORT(2.5f, 2),
  MIXED(8, 2.5f, 2, 2.5f);

  private final BasicStroke stroke;

  Dash(float... lengths) {
    this.stroke =
        new BasicStroke(
            2f,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10f,
            lengths.length == 0 ? null : lengths,
            0);
  }

  BasicStroke stroke() {
    return stroke;
  }
}
