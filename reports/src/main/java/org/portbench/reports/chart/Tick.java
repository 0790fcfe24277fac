package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A place on an axis and what is written there. */
record Tick(double value, String label) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** Round numbers from zero on, about {@code wanted} of them up to {@code max}. */
  static List<Tick> linear(double max, int wanted, DoubleFunction<String> label) {
    double step = roundStep(max / wanted);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= max * 1.0001; i++) {
      ticks.add(new Tick(i * step, i == 0 ? "0" : label.apply(i * step)));
    }
    return ticks;
  }

  /** Round numbers within a range, about {@code wanted} of them. */
  static List<Tick> within(double min, double max, int wanted, DoubleFunction<String> label) {
    double step = roundStep((max - min) / wanted);
    List<Tick> ticks = new ArrayList<>();
    for (double i = Math.ceil(min / step); i * step <= max; i++) {
      ticks.add(new Tick(i * step, label.apply(i * step)));
    }
    return ticks;
  }

  /** Powers of ten, with twos and fives between where the range is short. */
  static List<Tick> decades(double min, double max, DoubleFunction<String> label) {
    double[] factors = max / min < 200 ? new double[] {1, 2, 5} : new double[] {1};
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = (int) Math.floor(Math.log10(min)); exponent <= 18; exponent++) {
      for (double factor : factors) {
        double value = factor * StrictMath.pow(10, exponent);
        if (value >= min * 0.9999 && value <= max * 1.0001) {
          ticks.add(new Tick(value, label.apply(value)));
        }
      }
    }
    return ticks;
  }

  /** Powers of two, every {@code stride}-th. */
  static List<Tick> powersOfTwo(double min, double max, int stride, DoubleFunction<String> label) {
    List<Tick> ticks = new ArrayList<>();
    for (double value = 1; value <= max * 1.0001; value *= 2) {
      if (value >= min * 0.9999 && Math.getExponent(value) % stride == 0) {
        ticks.add(new Tick(value, label.apply(value)));
      }
    }
    return ticks;
  }

  private static double roundStep(double atLeast) {
    double magnitude = StrictMath.pow(10, Math.floor(Math.log10(atLeast)));
    for (double step : STEPS) {
      if (step * magnitude >= atLeast * 0.9999) {
        return step * magnitude;
      }
    }
    throw new IllegalArgumentException("no step for " + atLeast);
  }
}
