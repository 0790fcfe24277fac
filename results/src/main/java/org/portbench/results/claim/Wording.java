package org.portbench.results.claim;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of metrics in plain words. */
final class Wording {
  private static final Map<String, String> METRICS =
      Map.ofEntries(
          Map.entry("cpuNsPerOperation", "CPU time per I/O"),
          Map.entry("requestBytes", "mean size of a request"),
          Map.entry("operations", "I/Os"),
          Map.entry("throughput.iops", "I/O rate"),
          Map.entry("latencyNs.mean", "mean latency"),
          Map.entry("payload.checkedBytes", "checked bytes"),
          Map.entry("counters.portBytes", "memory of ports"),
          Map.entry("counters.itemsInterpreted", "interpreted items"),
          Map.entry("counters.pteWrites", "page-table writes"),
          Map.entry("counters.tlbShootdowns", "TLB shootdowns"),
          Map.entry("counters.bytesCopied", "copied bytes"),
          Map.entry("counters.dmaDescriptors", "DMA descriptors"),
          Map.entry("counters.cowFaults", "copy-on-write faults"),
          Map.entry("counters.metadataReads", "metadata blocks read"));

  private static final Map<String, String> CATEGORIES =
      Map.of("map", "map entries", "fault", "faults", "tlb", "TLB");

  private Wording() {}

  static String of(String metric) {
    if (metric.startsWith("breakdownNs.")) {
      return "time per I/O for " + categories(metric.substring("breakdownNs.".length()));
    }
    return METRICS.getOrDefault(metric, spaced(metric.substring(metric.lastIndexOf('.') + 1)));
  }

  private static String categories(String sum) {
    return List.of(sum.split("\\+", -1)).stream()
        .map(category -> CATEGORIES.getOrDefault(category, category))
        .collect(joining(", "));
  }

  private static String spaced(String camel) {
    return camel.replaceAll("(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT).strip();
  }
}
