package org.portbench.reports.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.portbench.results.TrialResult;

/**
 * A number of a cell, shared out among its I/Os: exact sums are divided here and nowhere before.
 *
 * @param name of a charge's category, a counter, or {@code cpu}
 * @param unit ns for times, B or # for counts
 */
record PerIo(String name, String unit, double value) {
  static final String TIME = "ns";

  private static final long PS_PER_NS = 1000;

  /** As many as a double holds of any number. */
  private static final MathContext DIGITS = new MathContext(15);

  /** None where nothing was read or written. */
  static List<PerIo> of(TrialResult cell) {
    List<PerIo> all = new ArrayList<>();
    long operations = cell.operations();
    if (operations > 0) {
      all.add(new PerIo("cpu", TIME, cell.cpuNsPerOperation()));
      cell.totalsPs()
          .forEach(
              (name, ps) -> all.add(new PerIo(name, TIME, quotient(ps, PS_PER_NS * operations))));
      cell.counters()
          .forEach(
              (name, count) -> all.add(new PerIo(name, unit(name), quotient(count, operations))));
    }
    return all;
  }

  boolean isTime() {
    return unit.equals(TIME);
  }

  private static double quotient(long sum, long parts) {
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(parts), DIGITS).doubleValue();
  }

  private static String unit(String counter) {
    return counter.startsWith("bytes") || counter.endsWith("Bytes") ? "B" : "#";
  }
}
