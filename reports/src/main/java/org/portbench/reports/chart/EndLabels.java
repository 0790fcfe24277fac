package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Writes each curve's name where it ends, moved apart where they would lie on each other. */
final class EndLabels extends AbstractXYAnnotation {
  private static final double SPACING = 14;
  private static final double LEADER = 14;
  private static final double SWATCH = 17;
  private static final int ROUNDS = 200;

  private final transient List<Curve> curves;

  EndLabels(List<Curve> curves) {
    this.curves = curves;
  }

  private record Label(Curve curve, double x, double y) {}

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int rendererIndex,
      PlotRenderingInfo info) {
    Shape clip = graphics.getClip();
    graphics.setClip(null);
    List<Label> labels = new ArrayList<>();
    for (Curve curve : curves) {
      Curve.Point end = curve.end();
      labels.add(
          new Label(
              curve,
              across.valueToJava2D(end.x(), area, RectangleEdge.BOTTOM),
              up.valueToJava2D(end.y(), area, RectangleEdge.LEFT)));
    }
    labels.sort(Comparator.comparingDouble(Label::y));
    double[] places =
        spread(
            labels.stream().mapToDouble(Label::y).toArray(), area.getY() - 6, area.getMaxY() + 6);
    for (int i = 0; i < places.length; i++) {
      draw(graphics, labels.get(i), area.getMaxX(), places[i]);
    }
    graphics.setClip(clip);
  }

  private static void draw(Graphics2D graphics, Label label, double plotEnd, double y) {
    Curve curve = label.curve();
    double x = plotEnd + LEADER;
    graphics.setColor(curve.look().shade().color());
    graphics.setStroke(new BasicStroke(0.9f));
    Path2D leader = new Path2D.Double();
    leader.moveTo(label.x() + 2, label.y());
    leader.lineTo(plotEnd + 3, label.y());
    leader.lineTo(x - 3, y);
    graphics.draw(leader);
    graphics.setStroke(curve.look().dash().stroke());
    graphics.draw(new Line2D.Double(x - 3, y, x + SWATCH, y));
    if (!curve.measured().isEmpty()) {
      curve.look().mark().draw(graphics, curve.look().shade(), x + SWATCH / 2 - 1.5, y);
    }
    double room = Sheet.WIDTH - x - SWATCH - 5;
    Sheet.write(
        graphics,
        Lettering.fit(curve.name(), Lettering.SMALL, room),
        Lettering.SMALL,
        Shade.INK,
        x + SWATCH + 4,
        y + 4.5);
  }

  /** Moves ascending places apart, as little as that takes, and keeps them between the bounds. */
  static double[] spread(double[] wanted, double from, double to) {
    double spacing = Math.min(SPACING, (to - from) / Math.max(1, wanted.length - 1));
    double[] placed = wanted.clone();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 1; i < placed.length; i++) {
        double missing = Math.max(0, spacing - (placed[i] - placed[i - 1]));
        placed[i - 1] -= missing / 2;
        placed[i] += missing / 2;
      }
    }
    for (int i = 0; i < placed.length; i++) {
      double least = i == 0 ? from : placed[i - 1] + spacing;
      double most = to - (placed.length - 1 - i) * spacing;
      placed[i] = Math.max(least, Math.min(most, placed[i]));
    }
    return placed;
  }
}
