package org.portbench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** A mark on each measured point of each curve. */
final class Marks extends AbstractXYAnnotation {
  private final transient List<Curve> curves;

  Marks(List<Curve> curves) {
    this.curves = curves;
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
    for (Curve curve : curves) {
      for (Curve.Point point : curve.measured()) {
        double x = across.valueToJava2D(point.x(), area, RectangleEdge.BOTTOM);
        double y = up.valueToJava2D(point.y(), area, RectangleEdge.LEFT);
        curve.look().mark().draw(graphics, curve.look().shade(), x, y);
      }
    }
  }
}
