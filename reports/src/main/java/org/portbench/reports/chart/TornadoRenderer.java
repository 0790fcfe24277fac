package org.portbench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/** Draws one {@link Swing}: from the baseline to the figure with half, and with the double. */
final class TornadoRenderer extends AbstractCategoryItemRenderer {
  private static final double THICKNESS = 0.68;

  private final transient List<Swing> swings;
  private final double baseline;

  TornadoRenderer(List<Swing> swings, double baseline) {
    this.swings = swings;
    this.baseline = baseline;
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
    Swing swing = swings.get(column);
    double slot = area.getHeight() / swings.size();
    double middle = area.getY() + slot * (column + 0.5);
    double height = slot * THICKNESS;
    double from = at(baseline, values, area);
    boolean oneSided = (swing.half() - baseline) * (swing.twice() - baseline) > 0;
    bar(graphics, from, at(swing.half(), values, area), middle, height, Palette.HALVED);
    bar(
        graphics,
        from,
        at(swing.twice(), values, area),
        middle,
        oneSided ? height / 2 : height,
        Palette.DOUBLED);
    double end = at(Math.max(baseline, swing.most()), values, area);
    Sheet.write(
        graphics,
        swing.effect(),
        Lettering.SMALL,
        swing.effectShade(),
        end + BarRenderer.TEXT_GAP,
        middle + 4.5);
  }

  private static double at(double value, ValueAxis values, Rectangle2D area) {
    return values.valueToJava2D(value, area, RectangleEdge.BOTTOM);
  }

  private static void bar(
      Graphics2D graphics, double from, double to, double middle, double height, Shade shade) {
    graphics.setColor(shade.color());
    graphics.fill(
        new Rectangle2D.Double(
            Math.min(from, to), middle - height / 2, Math.abs(to - from), height));
  }
}
