package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.results.Verdict.DOES_NOT_HOLD;
import static org.portbench.results.Verdict.HOLDS;
import static org.portbench.results.Verdict.NOT_DECIDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Evidence;
import org.portbench.results.SampleCell;

/** The claims as they stand in the program: what is asked of each, and that it is what decides. */
class RegisteredClaimsTest {

  @Test
  void allTenClaimsAreRegistered() {
    assertEquals(
        List.of("L1", "L2", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"),
        Claims.registered().stream().map(Claim::id).toList());
  }

  @Test
  void eachSaysWhoWhatAndWhy() {
    for (Claim claim : Claims.registered()) {
      assertTrue(Set.of("Terry Lambert", "Matt Dillon").contains(claim.who()));
      assertTrue(claim.statement().endsWith("."), claim.id());
      assertTrue(claim.headline().length() <= 60, "too long for a line: " + claim.headline());
      assertFalse(claim.metric().isBlank());
      assertFalse(claim.why().isBlank());
      assertFalse((claim.statement() + claim.why() + claim.metric()).contains("\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"L1", "L2", "D1", "D2", "D3", "D4", "D5", "D6", "D7"})
  void aClaimWhoseTestsAreAllMetHolds(String claim) {
    ClaimVerdict verdict = Argument.ofEveryClaim().verdict(claim);
    assertEquals(HOLDS, verdict.verdict());
    assertEquals(List.of("on pc-2003 everywhere"), verdict.conditions());
    assertTrue(verdict.explanation().startsWith("On pc-2003 "));
    assertTrue(verdict.details().contains("met in 1 of 1 settings"));
  }

  /** One test fails at a time, by a single unit beyond its threshold. */
  @ParameterizedTest
  @CsvSource({
    "L1, mach-3, counters.portBytes, 80, 81",
    "L2, copy, cpuNsPerOperation, 33000, 32999",
    "L2, vm-object, cpuNsPerOperation, 22000, 22001",
    "D1, mach-3, cpuNsPerOperation, 33000, 32999",
    "D1, vm-object, cpuNsPerOperation, 22000, 22001",
    "D1, copy, cpuNsPerOperation, 33000, 33001",
    "D2, mach-3, counters.itemsInterpreted, 1000, 999",
    "D2, vm-object, counters.itemsInterpreted, 0, 1",
    "D2, mach-3, breakdownNs.messaging, 5300, 5299",
    "D2, vm-object, breakdownNs.messaging, 5700, 5701",
    "D3, mach-3, breakdownNs.map, 1000, 999",
    "D3, mach-3, cpuNsPerOperation, 66000, 66001",
    "D3, vm-object, breakdownNs.map, 700, 701",
    "D3, vm-object, breakdownNs.tlb, 300, 301",
    "D4, vm-object, counters.pteWrites, 107, 108",
    "D4, vm-object, counters.tlbShootdowns, 100, 101",
    "D4, vm-object, counters.bytesCopied, 0, 1",
    "D4, direct, counters.pteWrites, 100, 99",
    "D4, vm-object, counters.metadataReads, 7, 6",
    "D5, vm-object, counters.itemsInterpreted, 0, 1",
    "D6, vm-object, counters.mapEntries, 107, 108",
    "D6, vm-object, counters.softFaults, 107, 108",
    "D6, direct, counters.softFaults, 100, 99",
    "D6, vm-object, counters.metadataReads, 7, 6",
    "D6, vm-object, counters.cowFaults, 100, 101",
    "D7, vm-object, cpuNsPerOperation, 22000, 22001",
    "D7, direct, cpuNsPerOperation, 20000, 19999",
  })
  void oneUnitBeyondAThresholdFailsTheClaim(
      String claim, String strategy, String metric, long good, long bad) {
    assertEquals(HOLDS, changed(strategy, metric, good).verdict(claim).verdict());
    ClaimVerdict failed = changed(strategy, metric, bad).verdict(claim);
    assertEquals(DOES_NOT_HOLD, failed.verdict());
    assertEquals(List.of("on pc-2003 nowhere"), failed.conditions());
    assertTrue(failed.details().contains("met in 0 of 1 settings"));
    assertTrue(failed.evidence().stream().anyMatch(e -> e.cell().contains("/" + strategy + "/")));
  }

  @ParameterizedTest
  @CsvSource({
    "L1, mach-3",
    "L2, copy",
    "D1, mach-3",
    "D1, vm-object",
    "D1, copy",
    "D2, mach-3",
    "D2, vm-object",
    "D3, mach-3",
    "D3, vm-object",
    "D3, direct",
    "D4, vm-object",
    "D4, direct",
    "D5, vm-object",
    "D6, vm-object",
    "D6, direct",
    "D7, vm-object",
    "D7, direct",
  })
  void withoutACellItNeedsAClaimIsNotDecided(String claim, String strategy) {
    ClaimVerdict verdict = Argument.of(cells -> cells.remove(strategy)).verdict(claim);
    assertEquals(NOT_DECIDED, verdict.verdict());
    assertEquals(
        "No setting of this run decides it: no cell of " + strategy + ".", verdict.explanation());
    assertEquals(List.of(), verdict.evidence());
  }

  @ParameterizedTest
  @CsvSource({
    "L1, mach-3",
    "L2, copy",
    "L2, mach-3",
    "L2, vm-object",
    "D1, mach-3",
    "D1, vm-object",
    "D1, copy",
    "D2, mach-3",
    "D2, vm-object",
    "D3, mach-3",
    "D3, vm-object",
    "D3, direct",
    "D4, vm-object",
    "D4, direct",
    "D5, vm-object",
    "D6, vm-object",
    "D6, direct",
    "D7, vm-object",
    "D7, direct",
  })
  void aFailedCellDecidesNothing(String claim, String strategy) {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.get(strategy).failed("3 mismatches")).verdict(claim);
    assertEquals(NOT_DECIDED, verdict.verdict());
    assertEquals(
        "No setting of this run decides it: " + strategy + " failed (3 mismatches).",
        verdict.explanation());
    assertEquals(List.of(), verdict.conditions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pteWrites", "mapEntries", "softFaults"})
  void withoutMetadataReadNothingMayBeMapped(String counter) {
    String claim = counter.equals("pteWrites") ? "D4" : "D6";
    for (long mapped : new long[] {100, 101}) {
      ClaimVerdict verdict =
          Argument.of(
                  cells -> {
                    SampleCell object = cells.get("vm-object").counter("metadataReads", 0);
                    List.of("pteWrites", "mapEntries", "softFaults")
                        .forEach(c -> object.counter(c, 100));
                    object.counter(counter, mapped);
                  })
              .verdict(claim);
      assertEquals(mapped == 100 ? HOLDS : DOES_NOT_HOLD, verdict.verdict());
    }
  }

  @Test
  void whatTheFloorMapsDecidesNothing() {
    for (String claim : List.of("D3", "D4", "D6")) {
      assertEquals(
          HOLDS, Argument.of(cells -> cells.remove("null")).verdict(claim).verdict(), claim);
    }
  }

  @Test
  void aRepairedMetricIsSaidToBeRepaired() {
    for (String claim : List.of("D3", "D4", "D6")) {
      String first = Argument.ofEveryClaim().verdict(claim).details().getFirst();
      assertTrue(first.startsWith("repaired since: "), first);
    }
  }

  @Test
  void whatIsMappedIsTold() {
    assertEquals(
        "On pc-2003 vm-object writes 7 page-table entries for 7 metadata blocks read,"
            + " with 0 shootdowns and 0 bytes copied, all beyond direct.",
        Argument.ofEveryClaim().verdict("D4").explanation());
    assertEquals(
        "On pc-2003 vm-object makes 7 map entries and 7 first faults for 7 metadata blocks read,"
            + " and 0 copy-on-write faults, all beyond direct.",
        Argument.ofEveryClaim().verdict("D6").explanation());
  }

  @Test
  void noVerdictSpeaksInTheNamesOfTheResultFile() {
    for (ClaimVerdict verdict : Argument.ofEveryClaim().verdicts()) {
      List<String> texts = new ArrayList<>(verdict.details());
      texts.addAll(verdict.conditions());
      texts.addAll(List.of(verdict.explanation(), verdict.threshold()));
      for (String text : texts) {
        assertFalse(text.matches(".*[a-z]{2}[A-Z].*|.*[a-z][.][a-z].*|.*[{}].*"), text);
      }
    }
  }

  @Test
  void theSizeOfAPortIsNotDecidedWhereNobodyDeclaresIt() {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.put("mach-3", SampleCell.of("mach-3"))).verdict("L1");
    assertEquals(NOT_DECIDED, verdict.verdict());
    assertEquals(
        "No setting of this run decides it: memory of ports is not modeled yet.",
        verdict.explanation());
  }

  @ParameterizedTest
  @ValueSource(strings = {"D1", "D2", "D3"})
  void aStackInWhichMachSendsNothingSaysNothingOfItsMessages(String claim) {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.get("mach-3").counter("messages", 0)).verdict(claim);
    assertEquals(NOT_DECIDED, verdict.verdict());
    assertEquals(
        "No setting of this run decides it: messages of mach-3 not at least 1.",
        verdict.explanation());
    assertEquals(List.of(), verdict.conditions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"D5", "D6", "D7"})
  void aStackWithoutLayersInUserSpaceSaysNothingOfThem(String claim) {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.get("vm-object").counter("messages", 0)).verdict(claim);
    assertEquals(NOT_DECIDED, verdict.verdict());
  }

  @Test
  void aRunFromTheCacheSaysNothingOfDma() {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.get("vm-object").counter("dmaDescriptors", 0)).verdict("D4");
    assertEquals(NOT_DECIDED, verdict.verdict());
  }

  @Test
  void theWeightOfAMessageIsJudgedByRequestsOfAtMostFourKib() {
    assertEquals(
        HOLDS, Argument.of(Argument.all(c -> c.requestBytes(4096))).verdict("D1").verdict());
    assertEquals(
        NOT_DECIDED, Argument.of(Argument.all(c -> c.requestBytes(4097))).verdict("D1").verdict());
  }

  /**
   * 22,000 ns against 20,000, of which the client touches 4,000 on both sides: 18,000 to 16,000.
   */
  @Test
  void efficiencyIsShownWithThroughputAndLatencyAndWithoutTouchingBesideIt() {
    ClaimVerdict verdict =
        Argument.of(
                cells -> {
                  cells.get("direct").breakdownNs("touch", 4_000);
                  cells.get("vm-object").breakdownNs("touch", 4_000);
                })
            .verdict("D7");
    assertEquals(
        "On pc-2003 vm-object takes ×1.10 the CPU time of direct, ×1.13 without what either spends"
            + " on touching data.",
        verdict.explanation());
    assertEquals(
        List.of(
            "met in 1 of 1 settings",
            "CPU time per I/O of vm-object: ×1.10; asked: at most ×1.10 that of direct",
            "I/O rate of vm-object: ×1.00 that of direct",
            "mean latency of vm-object: ×1.05 that of direct",
            "CPU time per I/O less the time per I/O for touch of vm-object: ×1.13 that of direct",
            "met on pc-2003: randread-4k"),
        verdict.details());
    String object = "pc-2003/user-2/randread-4k/vm-object/n1000/s1";
    String direct = "pc-2003/user-2/randread-4k/direct/n1000/s1";
    assertEquals(
        List.of(
            new Evidence(object, "cpuNsPerOperation", 22000),
            new Evidence(direct, "cpuNsPerOperation", 20000),
            new Evidence(object, "throughput.iops", 100000),
            new Evidence(direct, "throughput.iops", 100000),
            new Evidence(object, "latencyNs.mean", 40482),
            new Evidence(direct, "latencyNs.mean", 38482),
            new Evidence(object, "breakdownNs.touch", 4000),
            new Evidence(direct, "breakdownNs.touch", 4000)),
        verdict.evidence());
  }

  @Test
  void everyClaimHasANoteOfFairness() {
    Argument.ofEveryClaim().verdicts().forEach(v -> assertFalse(v.fairness().isEmpty(), v.id()));
  }

  @Test
  void theClaimsOfRatiosAreWatchedByThem() {
    List<String> watched =
        Claims.registered().stream().filter(c -> c.leading().isPresent()).map(Claim::id).toList();
    assertEquals(List.of("L2", "D1", "D2", "D3", "D7"), watched);
    assertEquals(
        "CPU time per I/O of vm-object against that of direct",
        Judge.ofRegisteredClaims().figure("D7"));
  }

  @Test
  void theThresholdSaysWhatIsAsked() {
    assertEquals(
        "CPU time per I/O of vm-object: at most ×1.10 that of direct;"
            + " wherever messages of vm-object: at least 1",
        Argument.ofEveryClaim().verdict("D7").threshold());
    assertEquals(
        "memory of ports of mach-3: at most 80", Argument.ofEveryClaim().verdict("L1").threshold());
    assertEquals(
        "none: the model takes it as given", Argument.ofEveryClaim().verdict("D8").threshold());
  }

  /** A strategy misspelt in the file would leave its claim undecided for ever. */
  @Test
  void theClaimsNameNoStrategyButThese() {
    assertEquals(
        Set.of("direct", "copy", "mach-3", "task-port", "memory-entry", "vm-object"),
        Judge.ofRegisteredClaims().strategies());
  }

  private static Argument changed(String strategy, String metric, long value) {
    String kind = metric.contains(".") ? metric.substring(0, metric.indexOf('.')) : metric;
    String name = metric.substring(metric.indexOf('.') + 1);
    return Argument.of(cells -> {
      SampleCell cell = cells.get(strategy);
      switch (kind) {
        case "cpuNsPerOperation" -> cell.cpuNs(value);
        case "counters" -> cell.counter(name, value);
        case "breakdownNs" -> cell.breakdownNs(name, value);
        default -> throw new AssertionError(kind);
      }
    });
  }
}
