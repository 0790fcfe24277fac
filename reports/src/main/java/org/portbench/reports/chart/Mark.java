package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The shape that stands on each measured point of a line, full or hollow. */
enum Mark {
  DISC(disc(), true),
  RING(disc(), false),
  SQUARE(polygon(-3, -3, 3, -3, 3, 3, -3, 3), true),
  FRAME(polygon(-3, -3, 3, -3, 3, 3, -3, 3), false),
  TRIANGLE(polygon(0, -4, 3.8, 3, -3.8, 3), true),
  HOLLOW_TRIANGLE(polygon(0, -4, 3.8, 3, -3.8, 3), false),
  WEDGE(polygon(0, 4, 3.8, -3, -3.8, -3), true),
  HOLLOW_WEDGE(polygon(0, 4, 3.8, -3, -3.8, -3), false),
  DIAMOND(polygon(0, -4.4, 4.4, 0, 0, 4.4, -4.4, 0), true),
  HOLLOW_DIAMOND(polygon(0, -4.4, 4.4, 0, 0, 4.4, -4.4, 0), false);

  private static final BasicStroke OUTLINE = new BasicStroke(1.4f);

  private final Shape shape;
  private final boolean full;

  Mark(Shape shape, boolean full) {
    this.shape = shape;
    this.full = full;
  }

  void draw(Graphics2D graphics, Shade shade, double x, double y) {
    graphics.translate(x, y);
    graphics.setColor((full ? shade : Shade.PAPER).color());
    graphics.fill(shape);
    if (!full) {
      graphics.setColor(shade.color());
      graphics.setStroke(OUTLINE);
      graphics.draw(shape);
    }
    graphics.translate(-x, -y);
  }

  private static Shape disc() {
    return new Ellipse2D.Double(-3, -3, 6, 6);
  }

  private static Shape polygon(double... coordinates) {
    Path2D path = new Path2D.Double();
    path.moveTo(coordinates[0], coordinates[1]);
    for (int i = 2; i < coordinates.length; i += 2) {
      path.lineTo(coordinates[i], coordinates[i + 1]);
    }
    path.closePath();
    return path;
  }
}
