package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Rows below each other over one axis, each with its name before it.
 *
 * @param reference a value that all rows are measured against, drawn as a dashed line
 * @param renderer draws a row by its number
 */
record RowPlot(
    List<String> names,
    int namesWidth,
    Scale scale,
    OptionalDouble reference,
    CategoryItemRenderer renderer) {
  static final int RIGHT_MARGIN = 8;
  static final int AXIS_HEIGHT = 22;

  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {3, 3}, 0);

  void draw(Graphics2D graphics, Rectangle2D area) {
    plot().draw(graphics, area, null, null, null);
  }

  private CategoryPlot plot() {
    CategoryPlot plot = new CategoryPlot(dataset(), nameAxis(), scale.axis(), renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setRangeGridlinePaint(Shade.GRID.color());
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setRangeZeroBaselineVisible(false);
    plot.setFixedDomainAxisSpace(space(namesWidth, 0));
    plot.setFixedRangeAxisSpace(space(0, AXIS_HEIGHT));
    reference.ifPresent(value ->
        plot.addRangeMarker(new ValueMarker(value, Shade.AXIS.color(), DASHED), Layer.BACKGROUND));
    return plot;
  }

  private static AxisSpace space(double left, double bottom) {
    AxisSpace space = new AxisSpace();
    space.setLeft(left);
    space.setRight(left > 0 ? RIGHT_MARGIN : 0);
    space.setBottom(bottom);
    return space;
  }

  /** Values are the renderer's business. */
  private DefaultCategoryDataset dataset() {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int i = 0; i < names.size(); i++) {
      String shown = Lettering.fit(names.get(i), Lettering.SMALL, namesWidth - 12);
      dataset.addValue(1, "", new Row(i, shown));
    }
    return dataset;
  }

  private static CategoryAxis nameAxis() {
    CategoryAxis axis = new CategoryAxis();
    axis.setTickLabelFont(Lettering.SMALL);
    axis.setTickLabelPaint(Shade.INK.color());
    axis.setAxisLinePaint(Shade.AXIS.color());
    axis.setAxisLineStroke(new BasicStroke(1f));
    axis.setTickMarksVisible(false);
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
    axis.setCategoryMargin(0);
    axis.setMaximumCategoryLabelWidthRatio(1f);
    axis.setCategoryLabelPositionOffset(6);
    return axis;
  }

  private record Row(int index, String name) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      return Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
