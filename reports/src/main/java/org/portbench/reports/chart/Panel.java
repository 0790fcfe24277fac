package org.portbench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** One plot of a sheet. */
interface Panel {
  int height();

  void draw(Graphics2D graphics, Rectangle2D area);
}
