package org.portbench.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * The range of an axis, its ticks, and whether equal ratios or equal differences take equal room.
 * JFreeChart's axes choose ticks by a format of their own; these take ours.
 */
record Scale(double min, double max, boolean logarithmic, List<Tick> ticks) {
  /** Smaller factors can be read on a linear scale. */
  private static final double LARGEST_LINEAR_FACTOR = 30;

  private static final float TICK_LENGTH = 4f;
  private static final double LABEL_GAP = 6;

  static boolean needsLogarithm(double smallest, double largest) {
    return smallest > 0 && largest / smallest > LARGEST_LINEAR_FACTOR;
  }

  /** From zero, or from the smallest value where a logarithm is needed, with room above. */
  static Scale upward(double smallest, double largest, DoubleFunction<String> label) {
    if (needsLogarithm(smallest, largest)) {
      double min = smallest / 1.2;
      double max = largest * 1.2;
      return new Scale(min, max, true, Tick.decades(min, max, label));
    }
    double max = Math.max(1, largest) * 1.06;
    return new Scale(0, max, false, Tick.linear(max, 4, label));
  }

  /** Where between both ends a value lies, 0 to 1. */
  double share(double value) {
    return logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  }

  ValueAxis axis() {
    ValueAxis axis = logarithmic ? new Logarithmic(this) : new Linear(this);
    axis.setTickLabelFont(Lettering.SMALL);
    axis.setTickLabelPaint(Shade.FAINT_INK.color());
    axis.setAxisLinePaint(Shade.AXIS.color());
    axis.setAxisLineStroke(new BasicStroke(1f));
    axis.setTickMarkPaint(Shade.AXIS.color());
    axis.setTickMarkStroke(new BasicStroke(1f));
    axis.setTickMarkOutsideLength(TICK_LENGTH);
    return axis;
  }

  /** Ticks with the labels that have room, the first and those after it. */
  private List<NumberTick> placed(ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<NumberTick> placed = new ArrayList<>();
    double taken = horizontal ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (Tick tick : ticks) {
      double at = axis.valueToJava2D(tick.value(), area, edge);
      double half = (horizontal ? Lettering.width(tick.label(), Lettering.SMALL) : 14) / 2;
      boolean fits = horizontal ? at - half >= taken : at + half <= taken;
      if (fits) {
        taken = horizontal ? at + half + LABEL_GAP : at - half;
      }
      placed.add(new NumberTick(tick.value(), fits ? tick.label() : "", anchor, anchor, 0));
    }
    return placed;
  }

  private static final class Linear extends NumberAxis {
    private final transient Scale scale;

    Linear(Scale scale) {
      this.scale = scale;
      setAutoRangeIncludesZero(false);
      setRange(scale.min, scale.max);
    }

    @Override
    public List<NumberTick> refreshTicks(
        Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
      return scale.placed(this, area, edge);
    }
  }

  private static final class Logarithmic extends LogAxis {
    private final transient Scale scale;

    Logarithmic(Scale scale) {
      this.scale = scale;
      setRange(scale.min, scale.max);
    }

    @Override
    public List<NumberTick> refreshTicks(
        Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
      return scale.placed(this, area, edge);
    }
  }
}
