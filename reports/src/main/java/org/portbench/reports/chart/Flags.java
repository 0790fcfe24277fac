package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Rings around places, with a line up to texts that share as few rows as they can. */
final class Flags extends AbstractXYAnnotation {
  private static final double ROW_HEIGHT = 16;
  private static final double GAP = 10;
  private static final double RADIUS = 4.5;

  private final transient List<Flag> flags;
  private final transient Scale x;

  Flags(List<Flag> flags, Scale x) {
    this.flags = flags;
    this.x = x;
  }

  static int heightOf(List<Flag> flags, Scale x) {
    int rows = rows(flags, x).stream().mapToInt(row -> row + 1).max().orElse(0);
    return (int) (rows * ROW_HEIGHT + (rows > 0 ? 14 : 0));
  }

  /** For each flag the lowest row that is still free where its text begins. */
  private static List<Integer> rows(List<Flag> flags, Scale x) {
    List<Integer> rows = new ArrayList<>();
    List<Double> takenFrom = new ArrayList<>();
    for (int i = flags.size() - 1; i >= 0; i--) {
      double start = textStart(flags.get(i), x);
      double end = start + width(flags.get(i)) + GAP;
      int row = 0;
      while (row < takenFrom.size() && end > takenFrom.get(row)) {
        row++;
      }
      if (row == takenFrom.size()) {
        takenFrom.add(start);
      }
      takenFrom.set(row, start);
      rows.addFirst(row);
    }
    return rows;
  }

  private static double textStart(Flag flag, Scale x) {
    double place = place(flag, x) - 3;
    return Math.min(place, Sheet.WIDTH - 8 - width(flag));
  }

  private static double place(Flag flag, Scale x) {
    return CurvePanel.PLOT_LEFT
        + x.share(flag.x()) * (CurvePanel.PLOT_RIGHT - CurvePanel.PLOT_LEFT);
  }

  private static double width(Flag flag) {
    return Lettering.width(flag.text(), Lettering.SMALL);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int rendererIndex,
      PlotRenderingInfo info) {
    Shape clip = graphics.getClip();
    graphics.setClip(null);
    List<Integer> rows = rows(flags, x);
    for (int i = 0; i < flags.size(); i++) {
      drawRing(graphics, flags.get(i), baseline(area, rows.get(i)), area, across, up);
    }
    for (int i = 0; i < flags.size(); i++) {
      drawText(graphics, flags.get(i), area, baseline(area, rows.get(i)));
    }
    graphics.setClip(clip);
  }

  private static double baseline(Rectangle2D area, int row) {
    return area.getY() - 15 - row * ROW_HEIGHT;
  }

  private static void drawRing(
      Graphics2D graphics,
      Flag flag,
      double baseline,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up) {
    double atX = across.valueToJava2D(flag.x(), area, RectangleEdge.BOTTOM);
    double atY = up.valueToJava2D(flag.y(), area, RectangleEdge.LEFT);
    graphics.setColor(Shade.FAINT_INK.color());
    graphics.setStroke(new BasicStroke(0.8f));
    graphics.draw(new Line2D.Double(atX, baseline + 3, atX, atY - RADIUS));
    graphics.setColor(Shade.INK.color());
    graphics.setStroke(new BasicStroke(1.4f));
    graphics.draw(new Ellipse2D.Double(atX - RADIUS, atY - RADIUS, RADIUS * 2, RADIUS * 2));
  }

  /** On paper of its own, so that another flag's line runs behind it. */
  private void drawText(Graphics2D graphics, Flag flag, Rectangle2D area, double baseline) {
    double start = area.getX() - CurvePanel.PLOT_LEFT + textStart(flag, x);
    graphics.setColor(Shade.PAPER.color());
    graphics.fill(new Rectangle2D.Double(start - 2, baseline - 11, width(flag) + 4, 14));
    Sheet.write(graphics, flag.text(), Lettering.SMALL, Shade.INK, start, baseline);
  }
}
