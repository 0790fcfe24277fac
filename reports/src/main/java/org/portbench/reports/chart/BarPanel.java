package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Bars below each other, each with its name before it and its value behind it.
 *
 * @param reference a value that all bars are measured against, drawn as a dashed line
 */
record BarPanel(String heading, List<Bar> bars, Scale scale, OptionalDouble reference)
    implements Panel {
  private static final int NAMES_WIDTH = 84;
  private static final int RIGHT_MARGIN = 8;
  private static final int HEADING_HEIGHT = 20;
  private static final int BAR_HEIGHT = 18;
  private static final int AXIS_HEIGHT = 22;
  private static final double PLOT_WIDTH = Sheet.WIDTH - NAMES_WIDTH - RIGHT_MARGIN;

  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {3, 3}, 0);

  /** Bars start at zero; there is room behind each for its text. */
  static Scale linear(List<Bar> bars, DoubleFunction<String> label) {
    double longest = bars.stream().mapToDouble(Bar::total).max().orElse(0);
    double max = 1;
    for (Bar bar : bars) {
      max = Math.max(max, bar.total() / (1 - textShare(bar)));
    }
    return new Scale(0, max, false, Tick.linear(Math.max(1, longest), 4, label));
  }

  /** Dots on a scale of ratios that several panels share. */
  static Scale logarithmic(List<Bar> bars, DoubleFunction<String> label) {
    double min = bars.stream().mapToDouble(Bar::total).filter(v -> v > 0).min().orElse(1) / 1.5;
    double max = min * 10;
    for (Bar bar : bars) {
      double share = 1 - textShare(bar);
      if (bar.total() > 0) {
        max = Math.max(max, min * StrictMath.pow(bar.total() / min, 1 / share));
      }
    }
    return new Scale(min, max, true, Tick.decades(min, max, label));
  }

  private static double textShare(Bar bar) {
    return (Lettering.width(bar.text(), Lettering.SMALL) + BarRenderer.TEXT_GAP * 2) / PLOT_WIDTH;
  }

  @Override
  public int height() {
    return HEADING_HEIGHT + bars.size() * BAR_HEIGHT + AXIS_HEIGHT;
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    String shown = Lettering.fit(heading, Lettering.HEADING, area.getWidth() - 16);
    Sheet.write(graphics, shown, Lettering.HEADING, Shade.INK, 8, area.getY() + 14);
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(),
            area.getY() + HEADING_HEIGHT,
            area.getWidth(),
            area.getHeight() - HEADING_HEIGHT);
    plot().draw(graphics, below, null, null, null);
  }

  private CategoryPlot plot() {
    CategoryPlot plot =
        new CategoryPlot(dataset(), names(), scale.axis(), new BarRenderer(bars, scale));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setRangeGridlinePaint(Shade.GRID.color());
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setRangeZeroBaselineVisible(false);
    plot.setFixedDomainAxisSpace(space(NAMES_WIDTH, 0));
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

  private DefaultCategoryDataset dataset() {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int i = 0; i < bars.size(); i++) {
      dataset.addValue(bars.get(i).total(), "", new Row(i, bars.get(i).name()));
    }
    return dataset;
  }

  private static CategoryAxis names() {
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
      return Lettering.fit(name, Lettering.SMALL, NAMES_WIDTH - 12);
    }
  }
}
