package org.portbench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Bars below each other, each with its name before it and its value behind it.
 *
 * @param reference a value that all bars are measured against, drawn as a dashed line
 */
record BarPanel(String heading, List<Bar> bars, Scale scale, OptionalDouble reference)
    implements Panel {
  private static final int NAMES_WIDTH = 84;
  private static final int HEADING_HEIGHT = 20;
  private static final int BAR_HEIGHT = 18;
  private static final double PLOT_WIDTH = Sheet.WIDTH - NAMES_WIDTH - RowPlot.RIGHT_MARGIN;

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
    return HEADING_HEIGHT + bars.size() * BAR_HEIGHT + RowPlot.AXIS_HEIGHT;
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
    List<String> names = bars.stream().map(Bar::name).toList();
    new RowPlot(names, NAMES_WIDTH, scale, reference, new BarRenderer(bars, scale))
        .draw(graphics, below);
  }
}
