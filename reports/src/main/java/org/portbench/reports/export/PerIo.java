package org.portbench.reports.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.results.Measurement;
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
      Measurement.of(cell).stream()
          .flatMap(measurement -> shared(measurement, operations).stream())
          .forEach(all::add);
    }
    return all;
  }

  private static Optional<PerIo> shared(Measurement sum, long operations) {
    String name = sum.metric().substring(sum.metric().indexOf('.') + 1);
    long value = sum.value().orElse(0);
    if (sum.metric().startsWith("totalsPs.")) {
      return Optional.of(new PerIo(name, TIME, quotient(value, PS_PER_NS * operations)));
    }
    if (sum.metric().startsWith("counters.")) {
      String unit = sum.unit().equals("1") ? "#" : sum.unit();
      return Optional.of(new PerIo(name, unit, quotient(value, operations)));
    }
    return Optional.empty();
  }

  boolean isTime() {
    return unit.equals(TIME);
  }

  private static double quotient(long sum, long parts) {
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(parts), DIGITS).doubleValue();
  }
}
