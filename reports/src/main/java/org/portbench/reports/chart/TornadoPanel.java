package org.portbench.reports.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** How one figure swings about its baseline, estimate by estimate. */
record TornadoPanel(
    List<String> heading, List<Swing> swings, double baseline, DoubleFunction<String> label)
    implements Panel {
  static final int TEXT_WIDTH = Sheet.WIDTH - 16;

  private static final int NAMES_WIDTH = 172;
  private static final int HEADING_LINE = 16;
  private static final int HEADING_ROOM = 6;
  private static final int ROW_HEIGHT = 18;
  private static final int TICKS = 4;
  private static final double ROOM = 0.06;
  private static final double PLOT_WIDTH = Sheet.WIDTH - NAMES_WIDTH - RowPlot.RIGHT_MARGIN;

  @Override
  public int height() {
    return headingHeight() + swings.size() * ROW_HEIGHT + RowPlot.AXIS_HEIGHT;
  }

  private int headingHeight() {
    return heading.size() * HEADING_LINE + HEADING_ROOM;
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    double baselineOfText = area.getY() + 14;
    for (int i = 0; i < heading.size(); i++) {
      String shown = Lettering.fit(heading.get(i), font(i), TEXT_WIDTH);
      Sheet.write(
          graphics, shown, font(i), i == 0 ? Shade.INK : Shade.FAINT_INK, 8, baselineOfText);
      baselineOfText += HEADING_LINE;
    }
    Rectangle2D below =
        new Rectangle2D.Double(
            area.getX(),
            area.getY() + headingHeight(),
            area.getWidth(),
            area.getHeight() - headingHeight());
    List<String> names = swings.stream().map(Swing::name).toList();
    new RowPlot(
            names,
            NAMES_WIDTH,
            scale(),
            OptionalDouble.of(baseline),
            new TornadoRenderer(swings, baseline))
        .draw(graphics, below);
  }

  private static Font font(int line) {
    return line == 0 ? Lettering.HEADING : Lettering.SMALL;
  }

  /** With room to the right for what stands behind the longest bars. */
  private Scale scale() {
    double least = swings.stream().mapToDouble(Swing::least).min().orElse(baseline);
    double most = swings.stream().mapToDouble(Swing::most).max().orElse(baseline);
    least = Math.min(least, baseline);
    most = Math.max(most, baseline);
    double min = least - (most - least) * ROOM;
    double max = most;
    for (Swing swing : swings) {
      double share =
          1
              - (Lettering.width(swing.effect(), Lettering.SMALL) + 2 * BarRenderer.TEXT_GAP)
                  / PLOT_WIDTH;
      max = Math.max(max, min + (Math.max(swing.most(), baseline) - min) / share);
    }
    return new Scale(min, max, false, Tick.within(min, max, TICKS, label));
  }
}
