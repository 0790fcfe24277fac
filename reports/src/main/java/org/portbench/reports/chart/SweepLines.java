package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.compare.Sweep;
import org.portbench.reports.text.Quantities;

/** The lines of a sweep, one for each strategy, and the axis below them. */
record SweepLines(Sweep sweep, Palette palette) {
  private static final int STEPS_BETWEEN = 8;
  private static final double ROOM = 1.12;
  private static final double ROOM_BESIDE = 0.05;

  List<Curve> of(Vertical vertical) {
    return sweep.strategies().stream()
        .map(strategy -> curve(strategy, sweep.values(strategy, vertical::of)))
        .filter(curve -> curve.points().size() > 1)
        .toList();
  }

  private Curve curve(String strategy, NavigableMap<Long, Long> values) {
    List<Curve.Point> measured =
        values.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> new Curve.Point(entry.getKey(), entry.getValue()))
            .toList();
    return new Curve(strategy, palette.look(strategy), filled(measured), measured);
  }

  /** CPU time against direct: whatever strategy has been measured beside it. */
  List<Curve> againstDirect() {
    NavigableMap<Long, Long> ceiling = sweep.cpuNs(Strategies.CEILING);
    return sweep.strategies().stream()
        .filter(strategy -> !strategy.equals(Strategies.FLOOR))
        .map(strategy -> ratio(strategy, sweep.cpuNs(strategy), ceiling))
        .filter(curve -> curve.points().size() > 1)
        .toList();
  }

  private Curve ratio(
      String strategy, NavigableMap<Long, Long> cpuNs, NavigableMap<Long, Long> ceiling) {
    List<Curve.Point> points =
        cpuNs.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .filter(entry -> ceiling.getOrDefault(entry.getKey(), 0L) > 0)
            .map(entry ->
                new Curve.Point(
                    entry.getKey(), (double) entry.getValue() / ceiling.get(entry.getKey())))
            .toList();
    return new Curve(strategy, palette.look(strategy), points, points);
  }

  /** Straight between measured values on linear scales, which is a bow on logarithmic ones. */
  private static List<Curve.Point> filled(List<Curve.Point> measured) {
    return Stream.iterate(1, i -> i < measured.size(), i -> i + 1)
        .<Curve.Point>mapMulti((i, points) -> {
          Curve.Point from = measured.get(i - 1);
          Curve.Point to = measured.get(i);
          for (int step = i == 1 ? 0 : 1; step <= STEPS_BETWEEN; step++) {
            double share = (double) step / STEPS_BETWEEN;
            points.accept(
                new Curve.Point(
                    from.x() + share * (to.x() - from.x()),
                    from.y() + share * (to.y() - from.y())));
          }
        })
        .toList();
  }

  Scale across() {
    double from = sweep.first().at();
    double to = sweep.last().at();
    return switch (sweep.parameter().kind()) {
      case PROPORTIONS -> proportions(from / ROOM, to * ROOM);
      case STEPS, WORDS -> {
        double beside = (to - from) * ROOM_BESIDE;
        yield new Scale(from - beside, to + beside, false, steps());
      }
    };
  }

  private Scale proportions(double from, double to) {
    int doublings = Math.getExponent(to / from);
    return new Scale(
        from,
        to,
        true,
        sweep.parameter() == Parameter.SIZE
            ? Tick.powersOfTwo(from, to, doublings > 7 ? 2 : 1, Quantities::bytes)
            : steps());
  }

  private List<Tick> steps() {
    List<Tick> ticks = new ArrayList<>();
    for (Sweep.Step step : sweep.steps()) {
      ticks.add(new Tick(step.at(), label(step)));
    }
    return ticks;
  }

  private String label(Sweep.Step step) {
    return switch (sweep.parameter().kind()) {
      case PROPORTIONS, STEPS -> sweep.parameter().tick(step.at());
      case WORDS -> shortened(step.value());
    };
  }

  /**
   * Of a machine, whose name would be too wide, the year that its name ends with; of two of one
   * year the name with a short one.
   */
  private String shortened(String word) {
    String year = year(word);
    long ofIt = sweep.steps().stream().filter(step -> year(step.value()).equals(year)).count();
    return ofIt == 1 ? year : word.replaceFirst("-\\d{2}(?=\\d{2}$)", " ’");
  }

  private static String year(String word) {
    return word.replaceFirst("^.*-(?=\\d{4}$)", "");
  }
}
