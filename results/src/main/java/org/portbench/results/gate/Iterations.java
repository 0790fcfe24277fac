package org.portbench.results.gate;

import java.util.List;

/** What one launch saw of the same work, time after time, in nanoseconds. */
public record Iterations(List<Double> eachNs) {

  public Iterations {
    eachNs = List.copyOf(eachNs);
    if (eachNs.isEmpty() || !eachNs.stream().allMatch(ns -> ns > 0 && Double.isFinite(ns))) {
      throw new IllegalArgumentException("no iterations: " + eachNs);
    }
  }

  /** What others on the machine disturbed least: the observation. */
  public double fastestNs() {
    return eachNs.stream().mapToDouble(ns -> ns).min().orElseThrow();
  }

  public double medianNs() {
    double[] sorted = eachNs.stream().mapToDouble(ns -> ns).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
