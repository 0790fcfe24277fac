package org.portbench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Bars below each other, each with its name before it and its value behind it.
 *
 * @param reference a value that all bars are measured against, drawn as a dashed line
 */
record BarPanel(
    String heading, List<Bar> bars, Scale scale, OptionalDouble reference, Layout layout)
    implements Panel {
  private static final int HEADING_HEIGHT = 20;

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
      double plotWidth = Sheet.WIDTH - namesWidth - RowPlot.RIGHT_MARGIN;
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
    return HEADING_HEIGHT + bars.size() * layout.barHeight + RowPlot.AXIS_HEIGHT;
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
    List<String> names = bars.stream().map(this::name).toList();
    new RowPlot(names, layout.namesWidth, scale, reference, new BarRenderer(bars, scale))
        .draw(graphics, below);
  }

  private String name(Bar bar) {
    double room = layout == Layout.SINGLE ? layout.namesWidth - 12 : layout.namesWidth / 2.0 - 10;
    return Lettering.fit(bar.name(), Lettering.SMALL, room);
  }
}
