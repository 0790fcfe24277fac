package org.portbench.harness.workload;

import java.util.List;
import java.util.OptionalDouble;

/** The order of offsets that {@code random_distribution} and {@code norandommap} ask for. */
final class JobOrder {
  private static final String WANTED = "write random, zipf:1.2 or pareto:0.2";
  private static final double STEEPEST = 100;

  private JobOrder() {}

  static OffsetOrder of(JobSettings settings, boolean random) {
    OffsetOrder shuffled =
        settings.flag("norandommap") ? new OffsetOrder.Uniform() : new OffsetOrder.Shuffled();
    OffsetOrder order =
        settings.value("random_distribution").map(value -> named(value, shuffled)).orElse(shuffled);
    return random ? order : new OffsetOrder.Sequential();
  }

  private static OffsetOrder named(OptionValue value, OffsetOrder shuffled) {
    List<OptionValue> parts = value.split(':');
    String name = parts.getFirst().text();
    if (name.equals("random") && parts.size() == 1) {
      return shuffled;
    }
    boolean skewed = name.equals("zipf") || name.equals("pareto");
    if (!skewed || parts.size() < 2 || parts.size() > 3) {
      throw value.error(Quoted.of(value.text()) + " is not supported; " + WANTED);
    }
    OptionalDouble center =
        parts.size() == 3 ? OptionalDouble.of(within(parts.get(2), 0, 1)) : OptionalDouble.empty();
    return name.equals("zipf")
        ? new OffsetOrder.Zipf(within(parts.get(1), 0.001, STEEPEST), center)
        : new OffsetOrder.Pareto(within(parts.get(1), 0.001, 0.999), center);
  }

  private static double within(OptionValue value, double least, double most) {
    double number = value.decimal();
    if (number < least || number > most) {
      throw value.error(Quoted.of(value.text()) + " must be from " + least + " to " + most);
    }
    return number;
  }
}
