package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.results.Verdict.DOES_NOT_HOLD;
import static org.portbench.results.Verdict.HOLDS;
import static org.portbench.results.Verdict.NOT_DECIDED;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    assertEquals(List.of("pc-2003, user-2: holds for randread-4k"), verdict.conditions());
    assertTrue(verdict.explanation().startsWith("Met in 1 of 1 settings."));
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
    "D4, vm-object, counters.pteWrites, 100, 101",
    "D4, vm-object, counters.tlbShootdowns, 100, 101",
    "D4, vm-object, counters.bytesCopied, 0, 1",
    "D4, null, counters.pteWrites, 100, 99",
    "D5, vm-object, counters.itemsInterpreted, 0, 1",
    "D6, vm-object, counters.mapEntries, 100, 101",
    "D6, vm-object, counters.softFaults, 100, 101",
    "D6, vm-object, counters.cowFaults, 100, 101",
    "D7, vm-object, cpuNsPerOperation, 22000, 22001",
    "D7, direct, cpuNsPerOperation, 20000, 19999",
  })
  void oneUnitBeyondAThresholdFailsTheClaim(
      String claim, String strategy, String metric, long good, long bad) {
    assertEquals(HOLDS, changed(strategy, metric, good).verdict(claim).verdict());
    ClaimVerdict failed = changed(strategy, metric, bad).verdict(claim);
    assertEquals(DOES_NOT_HOLD, failed.verdict());
    assertEquals(List.of("pc-2003, user-2: does not hold for randread-4k"), failed.conditions());
    assertTrue(failed.explanation().startsWith("Met in 0 of 1 settings."));
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
    "D4, vm-object",
    "D5, vm-object",
    "D6, vm-object",
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
    "L1, mach-3", "L2, copy", "L2, mach-3", "L2, vm-object", "D1, mach-3", "D1, vm-object",
    "D1, copy", "D2, mach-3", "D2, vm-object", "D3, mach-3", "D3, vm-object", "D3, null",
    "D4, vm-object", "D4, null", "D4, direct", "D5, vm-object", "D6, vm-object", "D6, null",
    "D7, vm-object", "D7, direct",
  })
  void aFailedCellDecidesNothing(String claim, String strategy) {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.get(strategy).failed("3 mismatches")).verdict(claim);
    assertEquals(NOT_DECIDED, verdict.verdict());
    assertEquals(
        List.of(
            "pc-2003, user-2: not judged for randread-4k: " + strategy + " failed (3 mismatches)"),
        verdict.conditions());
  }

  @ParameterizedTest
  @CsvSource({"D3, null", "D4, null", "D4, direct", "D6, null"})
  void aFloorThatTheRunDoesNotHaveIsZero(String claim, String floor) {
    assertEquals(
        claim.equals("D3") || floor.equals("direct") ? HOLDS : DOES_NOT_HOLD,
        Argument.of(cells -> cells.remove(floor)).verdict(claim).verdict());
  }

  @Test
  void theSizeOfAPortIsNotDecidedWhereNobodyDeclaresIt() {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.put("mach-3", SampleCell.of("mach-3"))).verdict("L1");
    assertEquals(NOT_DECIDED, verdict.verdict());
    assertEquals(
        "No setting of this run decides it: no counters.portBytes of mach-3.",
        verdict.explanation());
  }

  @ParameterizedTest
  @ValueSource(strings = {"D1", "D2", "D3"})
  void aStackInWhichMachSendsNothingSaysNothingOfItsMessages(String claim) {
    ClaimVerdict verdict =
        Argument.of(cells -> cells.get("mach-3").counter("messages", 0)).verdict(claim);
    assertEquals(NOT_DECIDED, verdict.verdict());
    assertEquals(
        "No setting of this run decides it: counters.messages of mach-3 is not at least 1.",
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

  @Test
  void efficiencyIsShownWithThroughputAndLatencyBesideIt() {
    ClaimVerdict verdict = Argument.ofEveryClaim().verdict("D7");
    assertEquals(
        "Met in 1 of 1 settings."
            + " cpuNsPerOperation of vm-object: 110.0 % of that of direct; asked: at most 110 %."
            + " throughput.iops of vm-object: 100.0 % of that of direct."
            + " latencyNs.mean of vm-object: 105.2 % of that of direct.",
        verdict.explanation());
    assertEquals(
        List.of(
            new Evidence(
                "pc-2003/user-2/randread-4k/vm-object/n1000/s1", "cpuNsPerOperation", 22000),
            new Evidence("pc-2003/user-2/randread-4k/direct/n1000/s1", "cpuNsPerOperation", 20000),
            new Evidence(
                "pc-2003/user-2/randread-4k/vm-object/n1000/s1", "throughput.iops", 100000),
            new Evidence("pc-2003/user-2/randread-4k/direct/n1000/s1", "throughput.iops", 100000),
            new Evidence("pc-2003/user-2/randread-4k/vm-object/n1000/s1", "latencyNs.mean", 40482),
            new Evidence("pc-2003/user-2/randread-4k/direct/n1000/s1", "latencyNs.mean", 38482)),
        verdict.evidence());
  }

  @Test
  void theThresholdSaysWhatIsAsked() {
    assertEquals(
        "cpuNsPerOperation of vm-object is at most 110 % of that of direct;"
            + " wherever counters.messages of vm-object is at least 1",
        Argument.ofEveryClaim().verdict("D7").threshold());
    assertEquals(
        "counters.portBytes of mach-3 is at most 80",
        Argument.ofEveryClaim().verdict("L1").threshold());
    assertEquals(
        "none: the model takes it as given", Argument.ofEveryClaim().verdict("D8").threshold());
  }

  /** A strategy misspelt in the file would leave its claim undecided for ever. */
  @Test
  void theClaimsNameNoStrategyButTheseFive() {
    Set<String> named = new TreeSet<>();
    for (Claim claim : Claims.registered()) {
      for (List<Comparison> comparisons : List.of(claim.where(), claim.tests(), claim.also())) {
        for (Comparison comparison : comparisons) {
          addStrategies(comparison.left(), named);
          comparison.right().ifPresent(right -> addStrategies(right, named));
        }
      }
    }
    assertEquals(Set.of("null", "direct", "copy", "mach-3", "vm-object"), named);
  }

  private static void addStrategies(Operand operand, Set<String> named) {
    named.addAll(operand.of());
    operand.beyond().ifPresent(named::add);
    operand.above().ifPresent(named::add);
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
