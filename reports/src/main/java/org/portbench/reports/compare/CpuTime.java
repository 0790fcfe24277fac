package org.portbench.reports.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portbench.results.TrialResult;

/**
 * Where the CPU time of one operation goes, in a fixed order: the data itself, the address space,
 * the message, the device's side, the file system. Categories this class has not heard of follow.
 */
public final class CpuTime {
  private static final List<String> ORDER =
      List.of(
          "copy",
          "touch",
          "map",
          "fault",
          "tlb",
          "messaging",
          "trap",
          "switch",
          "wakeup",
          "pin",
          "iommu",
          "driver",
          "interrupt",
          "metadata");

  /** Time that passes while no CPU works. */
  private static final Set<String> NOT_CPU = Set.of("dma", "device", "idle", "queueing");

  private CpuTime() {}

  /** Nanoseconds per operation of each category that took any. */
  public static Map<String, Long> nsPerOperation(TrialResult cell) {
    Map<String, Long> parts = new LinkedHashMap<>();
    for (String category : categories(Stream.of(cell))) {
      parts.put(category, cell.breakdownNs().get(category));
    }
    return parts;
  }

  /** The categories on which any of these cells spent CPU time. */
  public static List<String> categories(Stream<TrialResult> cells) {
    List<String> present =
        cells
            .flatMap(cell -> cell.breakdownNs().entrySet().stream())
            .filter(part -> part.getValue() > 0 && !NOT_CPU.contains(part.getKey()))
            .map(Map.Entry::getKey)
            .distinct()
            .sorted()
            .toList();
    return Stream.concat(
            ORDER.stream().filter(present::contains),
            present.stream().filter(category -> !ORDER.contains(category)))
        .toList();
  }
}
