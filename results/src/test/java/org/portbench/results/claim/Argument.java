package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.SampleCell;
import org.portbench.results.SampleRun;
import org.portbench.results.TrialResult;

/**
 * A run of all strategies in one or more settings, in which each registered claim that can be
 * tested holds unless a test says otherwise.
 */
final class Argument {
  private final List<TrialResult> cells = new ArrayList<>();

  /** Adds a setting, its cells by strategy changed as asked. */
  Argument with(Consumer<Map<String, SampleCell>> change) {
    Map<String, SampleCell> byStrategy = new TreeMap<>();
    byStrategy.put("null", SampleCell.of("null").cpuNs(5_000));
    byStrategy.put(
        "direct",
        SampleCell.of("direct").cpuNs(20_000).counter("messages", 0).counter("bytesCopied", 0));
    byStrategy.put(
        "copy",
        SampleCell.of("copy")
            .cpuNs(33_000)
            .counter("messages", 4_000)
            .counter("bytesCopied", 16_384_000));
    byStrategy.put(
        "mach-3",
        SampleCell.of("mach-3")
            .cpuNs(33_000)
            .counter("messages", 4_000)
            .counter("itemsInterpreted", 8_000)
            .counter("portBytes", 72)
            .breakdownNs("messaging", 9_000)
            .breakdownNs("map", 4_000)
            .breakdownNs("fault", 2_000)
            .breakdownNs("tlb", 1_000));
    byStrategy.put(
        "vm-object",
        SampleCell.of("vm-object")
            .cpuNs(22_000)
            .counter("messages", 4_000)
            .counter("itemsInterpreted", 0)
            .counter("dmaDescriptors", 1_000)
            .counter("bytesCopied", 0)
            .breakdownNs("messaging", 2_000)
            .breakdownNs("map", 400));
    for (String counter : List.of("pteWrites", "mapEntries", "softFaults")) {
      byStrategy.get("direct").counter(counter, 100);
      byStrategy.get("vm-object").counter(counter, 107);
    }
    for (String counter : List.of("tlbShootdowns", "cowFaults", "zeroFillFaults")) {
      byStrategy.get("direct").counter(counter, 100);
      byStrategy.get("vm-object").counter(counter, 100);
    }
    byStrategy.get("vm-object").counter("metadataReads", 7);
    change.accept(byStrategy);
    byStrategy.values().forEach(cell -> cells.add(cell.build()));
    return this;
  }

  static Argument of(Consumer<Map<String, SampleCell>> change) {
    return new Argument().with(change);
  }

  static Argument ofEveryClaim() {
    return of(_ -> {});
  }

  /** Makes the same change to all cells of a setting. */
  static Consumer<Map<String, SampleCell>> all(Consumer<SampleCell> change) {
    return cells -> cells.values().forEach(change);
  }

  Argument reversed() {
    Argument reversed = new Argument();
    reversed.cells.addAll(cells.reversed());
    return reversed;
  }

  ClaimVerdict verdict(String claim) {
    return verdicts().stream().filter(v -> v.id().equals(claim)).findFirst().orElseThrow();
  }

  Standing standing(String claim) {
    return Judge.ofRegisteredClaims().standings(cells).get(claim);
  }

  List<ClaimVerdict> verdicts() {
    return Judge.ofRegisteredClaims().verdicts(SampleRun.of(cells.toArray(TrialResult[]::new)));
  }
}
