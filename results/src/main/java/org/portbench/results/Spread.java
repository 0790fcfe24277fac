package org.portbench.results;

/**
 * A measured value, and between what its repetitions lie.
 *
 * @param middle of all repetitions together
 */
public record Spread(long middle, long least, long most) {
  private static final String REPETITIONS = "repetitions";
  private static final String CPU = "cpuNsPerOperation";
  private static final String MEDIAN = "medianNs";
  private static final String LEAST = "Least";
  private static final String MOST = "Most";

  /** Of a cell of a run that is not exact. */
  public static Spread ofMedianLatency(TrialResult cell) {
    return of(cell, MEDIAN, cell.latencies().getValueAtPercentile(50));
  }

  public static Spread ofCpuTime(TrialResult cell) {
    return of(cell, CPU, cell.cpuNsPerOperation());
  }

  /** How often a cell was measured; 0 where it was not measured but modeled. */
  public static long repetitions(TrialResult cell) {
    return cell.counters().getOrDefault(REPETITIONS, 0L);
  }

  /** The larger of the ways from the middle to an end, in percent of the middle. */
  public long percent() {
    long way = Math.max(most - middle, middle - least);
    return middle == 0 ? 0 : Math.round(100.0 * way / middle);
  }

  private static Spread of(TrialResult cell, String name, long middle) {
    return new Spread(
        middle,
        cell.counters().getOrDefault(name + LEAST, middle),
        cell.counters().getOrDefault(name + MOST, middle));
  }
}
