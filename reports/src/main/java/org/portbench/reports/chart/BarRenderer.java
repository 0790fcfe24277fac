package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/**
 * Draws one {@link Bar}: segments with hair lines of paper between them; on a logarithmic scale,
 * where a length would mean nothing, a dot on a thin line.
 */
final class BarRenderer extends AbstractCategoryItemRenderer {
  static final double TEXT_GAP = 5;

  private static final double THICKNESS = 0.68;
  private static final double DOT_RADIUS = 4.5;
  private static final double GAP = 0.75;

  private final transient List<Bar> bars;
  private final transient Scale scale;

  BarRenderer(List<Bar> bars, Scale scale) {
    this.bars = bars;
    this.scale = scale;
  }

  @Override
  public void drawItem(
      Graphics2D graphics,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis names,
      ValueAxis values,
      CategoryDataset dataset,
      int row,
      int column,
      int pass) {
    Bar bar = bars.get(column);
    double slot = area.getHeight() / bars.size();
    double middle = area.getY() + slot * (column + 0.5);
    double end =
        scale.logarithmic()
            ? drawDot(graphics, bar, area, values, middle)
            : drawSegments(graphics, bar, area, values, middle, slot * THICKNESS);
    drawText(graphics, bar, end + TEXT_GAP, middle);
  }

  /** On paper of its own, so that lines of the grid run behind it. */
  private static void drawText(Graphics2D graphics, Bar bar, double x, double middle) {
    double width = Lettering.width(bar.text(), Lettering.SMALL);
    graphics.setColor(Shade.PAPER.color());
    graphics.fill(new Rectangle2D.Double(x - 1, middle - 7, width + 2, 14));
    Sheet.write(graphics, bar.text(), Lettering.SMALL, bar.textShade(), x, middle + 4.5);
  }

  private static double drawSegments(
      Graphics2D graphics,
      Bar bar,
      Rectangle2D area,
      ValueAxis values,
      double middle,
      double thickness) {
    double from = 0;
    double zero = values.valueToJava2D(0, area, RectangleEdge.BOTTOM);
    double x = zero;
    for (Bar.Segment segment : bar.segments()) {
      from += segment.value();
      double end = values.valueToJava2D(from, area, RectangleEdge.BOTTOM);
      double gap = bar.segments().size() > 1 && end - x > 3 * GAP ? GAP : 0;
      graphics.setColor(segment.shade().color());
      graphics.fill(
          new Rectangle2D.Double(
              Math.min(x, end), middle - thickness / 2, Math.abs(end - x) - gap, thickness));
      x = end;
    }
    return Math.max(x, zero);
  }

  private static double drawDot(
      Graphics2D graphics, Bar bar, Rectangle2D area, ValueAxis values, double middle) {
    if (bar.total() <= 0) {
      return area.getX();
    }
    double x = values.valueToJava2D(bar.total(), area, RectangleEdge.BOTTOM);
    graphics.setColor(bar.segments().getFirst().shade().color());
    graphics.setStroke(new BasicStroke(2f));
    graphics.draw(new Line2D.Double(area.getX(), middle, x, middle));
    graphics.fill(
        new Ellipse2D.Double(x - DOT_RADIUS, middle - DOT_RADIUS, DOT_RADIUS * 2, DOT_RADIUS * 2));
    return x + DOT_RADIUS;
  }
}
