package org.portbench.results.exact;

import java.util.Comparator;
import java.util.Optional;
import org.portbench.results.gate.Direction;

/** A metric of one cell in two runs. */
public record ComparedMetric(String name, long base, long head) {

  /** Sums before the buckets that explain them, and of each the largest change first. */
  static final Comparator<ComparedMetric> WORST_FIRST =
      Comparator.comparing(ComparedMetric::isBucket)
          .thenComparing(Comparator.comparingDouble(ComparedMetric::size).reversed())
          .thenComparing(ComparedMetric::name);

  /** Times should be short; a count has no direction, as fewer faults may be more copies. */
  public Optional<Direction> direction() {
    boolean time = name.startsWith("totalsPs.") || name.equals("elapsedPs");
    boolean latency = name.startsWith("latencyNs.");
    return time || latency || name.equals("payload.mismatches")
        ? Optional.of(Direction.SMALLER_IS_BETTER)
        : Optional.empty();
  }

  public Outcome outcome() {
    if (base == head) {
      return Outcome.SAME;
    }
    return direction()
        .map(better ->
            (head < base) == (better == Direction.SMALLER_IS_BETTER)
                ? Outcome.BETTER
                : Outcome.WORSE)
        .orElse(Outcome.CHANGED);
  }

  /** Head for each unit of base; empty where there was nothing. */
  public Optional<Double> ratio() {
    return base == 0 ? Optional.empty() : Optional.of((double) head / base);
  }

  private boolean isBucket() {
    return name.startsWith(ExactCell.BUCKET);
  }

  /** The same for a half and a double. */
  private double size() {
    return base == head ? 0 : Math.abs(Math.log((double) head / base));
  }
}
