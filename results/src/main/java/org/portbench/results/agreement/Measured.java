package org.portbench.results.agreement;

/**
 * The latency of a cell as it was measured.
 *
 * @param ns the median
 * @param leastNs the least median of a repetition
 * @param mostNs the largest
 * @param cpuNs CPU time for an operation, of all domains
 */
public record Measured(long ns, long leastNs, long mostNs, long cpuNs) {

  /** How far the repetitions lie apart. */
  public long spreadNs() {
    return mostNs - leastNs;
  }
}
