package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines over a common axis, each named at its end, with flags above that point at places. */
record CurvePanel(
    String heading,
    String axisLabel,
    List<Curve> curves,
    List<Flag> flags,
    Scale x,
    Scale y,
    int plotHeight)
    implements Panel {
  static final double PLOT_LEFT = 54;
  static final double PLOT_RIGHT = Sheet.WIDTH - 104;

  private static final int HEADING_HEIGHT = 24;
  private static final int AXIS_HEIGHT = 38;

  @Override
  public int height() {
    return HEADING_HEIGHT + Flags.heightOf(flags, x) + plotHeight + AXIS_HEIGHT;
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    String shown = Lettering.fit(heading, Lettering.HEADING, area.getWidth() - 16);
    Sheet.write(graphics, shown, Lettering.HEADING, Shade.INK, 8, area.getY() + 14);
    double head = HEADING_HEIGHT + Flags.heightOf(flags, x);
    plot()
        .draw(
            graphics,
            new Rectangle2D.Double(
                area.getX(), area.getY() + head, area.getWidth(), area.getHeight() - head),
            null,
            null,
            null);
  }

  private XYPlot plot() {
    ValueAxis across = x.axis();
    across.setLabel(axisLabel);
    across.setLabelFont(Lettering.SMALL);
    across.setLabelPaint(Shade.FAINT_INK.color());
    across.setLabelInsets(new RectangleInsets(1, 0, 0, 0));
    XYPlot plot = new XYPlot(dataset(), across, y.axis(), renderer());
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Shade.GRID.color());
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setRangeZeroBaselineVisible(false);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    AxisSpace left = new AxisSpace();
    left.setLeft(PLOT_LEFT);
    left.setRight(Sheet.WIDTH - PLOT_RIGHT);
    plot.setFixedRangeAxisSpace(left);
    AxisSpace bottom = new AxisSpace();
    bottom.setBottom(AXIS_HEIGHT);
    plot.setFixedDomainAxisSpace(bottom);
    plot.addAnnotation(new Dots(curves));
    plot.addAnnotation(new EndLabels(curves));
    plot.addAnnotation(new Flags(flags, x));
    return plot;
  }

  private XYSeriesCollection dataset() {
    XYSeriesCollection all = new XYSeriesCollection();
    for (int i = 0; i < curves.size(); i++) {
      all.addSeries(series(i, curves.get(i).points()));
    }
    return all;
  }

  private static XYSeries series(int key, List<Curve.Point> points) {
    XYSeries series = new XYSeries(key, false);
    points.forEach(point -> series.add(point.x(), point.y()));
    return series;
  }

  private XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      renderer.setSeriesPaint(i, curve.shade().color());
      renderer.setSeriesStroke(i, stroke(curve));
    }
    return renderer;
  }

  static BasicStroke stroke(Curve curve) {
    float[] dashes = curve.reference() ? new float[] {5, 3} : null;
    return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dashes, 0);
  }
}
