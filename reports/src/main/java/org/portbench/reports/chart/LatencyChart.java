package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.text.Quantities;
import org.portbench.results.Latency;
import org.portbench.results.TrialResult;

/**
 * Latency by percentile, drawn over one in how many operations took longer. A curve ends where
 * fewer than 100 operations lie above it.
 */
record LatencyChart(MachineResults results, Palette palette) implements Chart {
  private static final int EXCEEDANCES_NEEDED = 100;

  /** From point to point; six of them make a doubling. */
  private static final double STEP = StrictMath.pow(2, 1 / 6.0);

  private static final int LEAST_PLOT_HEIGHT = 100;
  private static final int HEIGHT_PER_CURVE = 14;

  @Override
  public String reading() {
    return "Lower is better; to the right the rarer, slower operations. A curve ends where fewer"
        + " than 100 operations lie above it; a saturated cell has none.";
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels = new ArrayList<>();
    for (Comparison comparison : results.charted()) {
      panel(comparison).ifPresent(panels::add);
    }
    return Sheets.of(
        "latency",
        results.machine(),
        "Latency by percentile of each strategy on " + results.machine() + ", by workload",
        panels,
        shown ->
            new Sheet(
                "Latency on " + results.machine(),
                List.of("Latency of an operation (up) by percentile (across)"),
                List.of(),
                shown));
  }

  private Optional<Panel> panel(Comparison comparison) {
    List<Curve> curves =
        comparison.passed().map(this::curve).filter(c -> c.points().size() > 1).toList();
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    double largestX = 10;
    double smallest = Double.MAX_VALUE;
    double largest = 1;
    for (Curve.Point point : curves.stream().flatMap(c -> c.points().stream()).toList()) {
      largestX = Math.max(largestX, point.x());
      smallest = Math.min(smallest, point.y());
      largest = Math.max(largest, point.y());
    }
    return Optional.of(
        new CurvePanel(
            results.title(comparison),
            "percentile",
            curves,
            List.of(),
            new Scale(1, largestX, true, percentiles(largestX)),
            Scale.upward(smallest, largest, Quantities::timeTick),
            Math.max(LEAST_PLOT_HEIGHT, curves.size() * HEIGHT_PER_CURVE)));
  }

  private static List<Tick> percentiles(double largestX) {
    List<Tick> ticks = new ArrayList<>(List.of(new Tick(1, "0"), new Tick(2, "50")));
    String label = "90";
    for (double x = 10; x <= largestX * 1.0001; x *= 10) {
      ticks.add(new Tick(x, label));
      label = x == 10 ? "99" : x == 100 ? "99.9" : label + "9";
    }
    return ticks;
  }

  private Curve curve(TrialResult cell) {
    String strategy = cell.identity().strategy();
    List<Curve.Point> points =
        cell.saturated()
            ? List.of()
            : cell.latencies().getTotalCount() > 0
                ? points(cell.latencies())
                : points(cell.latencyNs());
    return new Curve(strategy, palette.look(strategy), points, List.of());
  }

  private static List<Curve.Point> points(Histogram latencies) {
    double end = (double) latencies.getTotalCount() / EXCEEDANCES_NEEDED;
    if (end < 1) {
      return List.of();
    }
    List<Curve.Point> points = new ArrayList<>();
    for (double x = 1; x < end; x *= STEP) {
      points.add(point(latencies, x));
    }
    points.add(point(latencies, end));
    return points;
  }

  private static Curve.Point point(Histogram latencies, double x) {
    return new Curve.Point(x, latencies.getValueAtPercentile(100 - 100 / x));
  }

  /** For a run that was read back without its histograms. */
  private static List<Curve.Point> points(Latency latency) {
    List<Curve.Point> points = new ArrayList<>();
    add(points, 1, latency.count() > 0 ? OptionalLong.of(latency.min()) : OptionalLong.empty());
    add(points, 2, latency.p50());
    add(points, 10, latency.p90());
    add(points, 100, latency.p99());
    add(points, 1000, latency.p99_9());
    add(points, 10_000, latency.p99_99());
    return points;
  }

  private static void add(List<Curve.Point> points, double x, OptionalLong latencyNs) {
    latencyNs.ifPresent(ns -> points.add(new Curve.Point(x, ns)));
  }
}
