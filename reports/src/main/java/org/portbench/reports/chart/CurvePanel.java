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
  static final double PLOT_RIGHT = Sheet.WIDTH - 112;

  private static final int HEADING_HEIGHT = 24;
  private static final int AXIS_HEIGHT = 38;
  private static final int NOTE_HEIGHT = 16;

  @Override
  public int height() {
    return headHeight() + plotHeight + AXIS_HEIGHT + notes().size() * NOTE_HEIGHT;
  }

  private int headHeight() {
    return HEADING_HEIGHT + Flags.heightOf(flags, x);
  }

  /** Which lines cannot be told apart, because they lie on each other. */
  private List<String> notes() {
    return new Coinciding(curves, y, plotHeight).notes(Sheet.WIDTH - 16);
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    String shown = Lettering.fit(heading, Lettering.HEADING, area.getWidth() - 16);
    Sheet.write(graphics, shown, Lettering.HEADING, Shade.INK, 8, area.getY() + 14);
    double top = area.getY() + headHeight();
    double height = plotHeight + AXIS_HEIGHT;
    plot()
        .draw(
            graphics,
            new Rectangle2D.Double(area.getX(), top, area.getWidth(), height),
            null,
            null,
            null);
    double baseline = top + height + NOTE_HEIGHT - 4;
    for (String note : notes()) {
      Sheet.write(graphics, note, Lettering.SMALL, Shade.FAINT_INK, 8, baseline);
      baseline += NOTE_HEIGHT;
    }
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
    plot.addAnnotation(new Marks(curves));
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
      renderer.setSeriesPaint(i, curve.look().shade().color());
      renderer.setSeriesStroke(i, curve.look().dash().stroke());
    }
    return renderer;
  }
}
