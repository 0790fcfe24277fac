package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
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
record BarPanel(
    String heading, List<Bar> bars, Scale scale, OptionalDouble reference, Layout layout)
    implements Panel {
  private static final int RIGHT_MARGIN = 8;
  private static final int HEADING_HEIGHT = 20;
  private static final int AXIS_HEIGHT = 22;

  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {3, 3}, 0);

  /** How wide the names before the bars are, and how high is the room of a bar. */
  enum Layout {
    SINGLE(84, 18),
    GROUPED(156, 14);

    private final int namesWidth;
    private final int barHeight;

    Layout(int namesWidth, int barHeight) {
      this.namesWidth = namesWidth;
      this.barHeight = barHeight;
    }

    private double textShare(Bar bar) {
      double plotWidth = Sheet.WIDTH - namesWidth - RIGHT_MARGIN;
      return (Lettering.width(bar.text(), Lettering.SMALL) + BarRenderer.TEXT_GAP * 2) / plotWidth;
    }
  }

  BarPanel(String heading, List<Bar> bars, Scale scale, OptionalDouble reference) {
    this(heading, bars, scale, reference, Layout.SINGLE);
  }

  static Scale linear(List<Bar> bars, DoubleFunction<String> label) {
    return linear(bars, Layout.SINGLE, label);
  }

  /** Bars start at zero, where some are negative not at the left; each has room for its text. */
  static Scale linear(List<Bar> bars, Layout layout, DoubleFunction<String> label) {
    double longest = bars.stream().mapToDouble(Bar::total).max().orElse(0);
    double min = Math.min(0, bars.stream().mapToDouble(Bar::total).min().orElse(0));
    double max = min + 1;
    for (Bar bar : bars) {
      max = Math.max(max, min + (Math.max(0, bar.total()) - min) / (1 - layout.textShare(bar)));
    }
    List<Tick> ticks = new ArrayList<>(Tick.linear(Math.max(1, longest - min), 4, label));
    ticks.removeIf(tick -> tick.value() > Math.max(1, longest));
    if (min < 0) {
      Tick.linear(Math.max(1, longest - min), 4, v -> "−" + label.apply(v)).stream()
          .filter(tick -> tick.value() > 0 && -tick.value() >= min)
          .forEach(tick -> ticks.addFirst(new Tick(-tick.value(), tick.label())));
    }
    return new Scale(min, max, false, ticks);
  }

  static double baseline(int row, Layout layout) {
    return HEADING_HEIGHT + (row + 0.5) * layout.barHeight + 3.5;
  }

  /** Dots on a scale of ratios that several panels share. */
  static Scale logarithmic(List<Bar> bars, DoubleFunction<String> label) {
    double min = bars.stream().mapToDouble(Bar::total).filter(v -> v > 0).min().orElse(1) / 1.5;
    double max = min * 10;
    for (Bar bar : bars) {
      double share = 1 - Layout.SINGLE.textShare(bar);
      if (bar.total() > 0) {
        max = Math.max(max, min * StrictMath.pow(bar.total() / min, 1 / share));
      }
    }
    return new Scale(min, max, true, Tick.decades(min, max, label));
  }

  @Override
  public int height() {
    return HEADING_HEIGHT + bars.size() * layout.barHeight + AXIS_HEIGHT;
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
    plot.setFixedDomainAxisSpace(space(layout.namesWidth, 0));
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
      dataset.addValue(bars.get(i).total(), "", new Row(i, name(bars.get(i))));
    }
    return dataset;
  }

  private String name(Bar bar) {
    double room = layout == Layout.SINGLE ? layout.namesWidth - 12 : layout.namesWidth / 2.0 - 10;
    return Lettering.fit(bar.name(), Lettering.SMALL, room);
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
      return name;
    }
  }
}
