package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.portbench.reports.text.Quantities;

/** Dots below each other, each with its name before it and the range that is near enough. */
record AgreementPanel(String heading, List<Dot> dots, Scale scale) implements Panel {
  private static final double NAMES_WIDTH = 172;
  private static final double RIGHT_MARGIN = 52;
  private static final int HEADING_HEIGHT = 22;
  private static final int ROW_HEIGHT = 18;
  private static final int AXIS_HEIGHT = 22;
  private static final double BAND_HEIGHT = 11;
  private static final double RADIUS = 4.5;

  /**
   * What the model says by what was published.
   *
   * @param from where the range that is near enough begins
   * @param solid whether it counts
   */
  record Dot(String name, double ratio, double from, double to, Shade shade, boolean solid) {
    boolean near() {
      return ratio >= from && ratio <= to;
    }
  }

  @Override
  public int height() {
    return HEADING_HEIGHT + dots.size() * ROW_HEIGHT + AXIS_HEIGHT;
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    String shown = Lettering.fit(heading, Lettering.HEADING, area.getWidth() - 16);
    Sheet.write(graphics, shown, Lettering.HEADING, Shade.INK, 8, area.getY() + 14);
    double top = area.getY() + HEADING_HEIGHT;
    double bottom = top + dots.size() * ROW_HEIGHT;
    drawGrid(graphics, top, bottom);
    for (int i = 0; i < dots.size(); i++) {
      drawDot(graphics, dots.get(i), top + (i + 0.5) * ROW_HEIGHT);
    }
  }

  private void drawGrid(Graphics2D graphics, double top, double bottom) {
    double free = 0;
    for (Tick tick : scale.ticks()) {
      double x = place(tick.value());
      boolean one = tick.value() == 1;
      graphics.setColor((one ? Shade.AXIS : Shade.GRID).color());
      graphics.setStroke(new BasicStroke(one ? 1.2f : 1f));
      graphics.draw(new Line2D.Double(x, top, x, bottom));
      double width = Lettering.width(tick.label(), Lettering.SMALL);
      if (x - width / 2 > free) {
        double start = x - width / 2;
        Sheet.write(graphics, tick.label(), Lettering.SMALL, Shade.FAINT_INK, start, bottom + 15);
        free = x + width / 2 + 6;
      }
    }
  }

  private void drawDot(Graphics2D graphics, Dot dot, double middle) {
    String name = Lettering.fit(dot.name, Lettering.SMALL, NAMES_WIDTH - 16);
    Sheet.write(graphics, name, Lettering.SMALL, Shade.INK, 8, middle + 4.5);
    graphics.setColor(Shade.GRID.color());
    double from = place(dot.from);
    graphics.fill(
        new Rectangle2D.Double(from, middle - BAND_HEIGHT / 2, place(dot.to) - from, BAND_HEIGHT));
    double x = place(dot.ratio);
    Ellipse2D ring = new Ellipse2D.Double(x - RADIUS, middle - RADIUS, 2 * RADIUS, 2 * RADIUS);
    graphics.setColor((dot.solid ? dot.shade : Shade.PAPER).color());
    graphics.fill(ring);
    graphics.setColor(dot.shade.color());
    graphics.setStroke(new BasicStroke(1.5f));
    graphics.draw(ring);
    String ratio = Quantities.ratio(dot.ratio);
    Shade ink = dot.near() || !dot.solid ? Shade.FAINT_INK : Shade.ALARM;
    Sheet.write(
        graphics, ratio, Lettering.SMALL, ink, Sheet.WIDTH - RIGHT_MARGIN + 8, middle + 4.5);
  }

  private double place(double value) {
    double shown = Math.clamp(value, scale.min(), scale.max());
    double share = StrictMath.log(shown / scale.min()) / StrictMath.log(scale.max() / scale.min());
    return NAMES_WIDTH + share * (Sheet.WIDTH - RIGHT_MARGIN - NAMES_WIDTH);
  }
}
