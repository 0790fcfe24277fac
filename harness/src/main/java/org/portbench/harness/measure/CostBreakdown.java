package org.portbench.harness.measure;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;

/** What a cell's meter says at its end, under the names that results use. */
public record CostBreakdown(
    SortedMap<String, Long> totalsPs, SortedMap<String, Long> counters, long cpuPs) {

  public static CostBreakdown of(Meter meter) {
    SortedMap<String, Long> totals = new TreeMap<>();
    long cpuPs = 0;
    for (Category category : Category.values()) {
      totals.put(name(category), meter.totalPs(category));
      cpuPs += category.cpu() ? meter.totalPs(category) : 0;
    }
    SortedMap<String, Long> counters = new TreeMap<>();
    for (Counter counter : Counter.values()) {
      counters.put(name(counter), meter.counter(counter));
    }
    return new CostBreakdown(totals, counters, cpuPs);
  }

  /** Rounded nanoseconds for each operation. */
  public SortedMap<String, Long> perOperationNs(long operations) {
    LongUnaryOperator rounded = ps -> perOperationNs(ps, operations);
    SortedMap<String, Long> perOperation = new TreeMap<>();
    totalsPs.forEach((name, ps) -> perOperation.put(name, rounded.applyAsLong(ps)));
    return perOperation;
  }

  public long cpuNsPerOperation(long operations) {
    return perOperationNs(cpuPs, operations);
  }

  private static long perOperationNs(long ps, long operations) {
    if (operations == 0) {
      return 0;
    }
    long unit = Math.multiplyExact(operations, 1000L);
    return (ps + unit / 2) / unit;
  }

  /** BYTES_COPIED becomes bytesCopied. */
  public static String name(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
