package org.portbench.harness.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Robustness;
import org.portbench.results.claim.Judge;
import org.portbench.results.claim.Standing;

final class AssessmentTest {
  private static final MachineProfile MACHINE =
      TwoEstimates.machine(Map.of("mmu.tlb_miss_ns", "25"));
  private static final ClaimVerdict HOLDS =
      TwoEstimates.run(
              TwoEstimates.cells(
                  TwoEstimates.machine(Map.of("device.doorbell_ns", "150000")),
                  List.of("direct", "vm-object")))
          .claims()
          .stream()
          .filter(claim -> claim.id().equals("D7"))
          .findFirst()
          .orElseThrow();

  @Test
  void leanCellsThatGiveAnotherVerdictTestNothing() {
    ClaimVerdict tested = assess(met("a"), unmet("a"), List.of(), true);
    assertEquals(Robustness.NOT_TESTED_YET, tested.robust());
    assertEquals(
        "not tested: on the cells of the study the verdict is “does not hold”",
        tested.sensitivity().note());
  }

  @Test
  void anInterruptedStudyFindsFlipsButNoSurvival() {
    assertEquals(Robustness.NOT_TESTED_YET, assess(met("a"), met("a"), List.of(), false).robust());
    assertEquals(
        Robustness.FLIPS,
        assess(met("a"), met("a"), List.of(tried(unmet("a"), Set.of())), false).robust());
    assertEquals(Robustness.SURVIVES, assess(met("a"), met("a"), List.of(), true).robust());
  }

  @Test
  void whatFlipsOnLeanCellsAloneDoesNotFlip() {
    ClaimVerdict tested =
        assess(met("a"), met("a"), List.of(tried(unmet("a"), Set.of("D7"))), true);
    assertEquals(Robustness.SURVIVES, tested.robust());
    assertEquals(List.of(), tested.sensitivity().influences());
  }

  /**
   * Nothing is changed on the machine, so the full cells are as they were, whatever lean ones say.
   */
  @Test
  void theFullCellsHaveTheLastWord() throws UnfitMachine {
    MachineProfile machine = TwoEstimates.machine(Map.of("device.doorbell_ns", "150000"));
    var cells = TwoEstimates.cells(machine, List.of("direct", "vm-object"));
    SequencedMap<String, OnMachine> d7 = new LinkedHashMap<>();
    d7.put("pc-2003", new OnMachine(met("randread-4k"), met("randread-4k")));
    Confirmation confirmation =
        new Confirmation(
            Judge.ofRegisteredClaims(),
            TwoEstimates.STRATEGIES,
            Map.of("D7", d7),
            Map.of("pc-2003", cells));
    Outcome.Judged lean = new Outcome.Judged("1", Map.of("D7", unmet("randread-4k")), Set.of());
    assertEquals(Set.of("D7"), confirmation.of(lean, machine).unconfirmed());

    MachineProfile other = TwoEstimates.machine(Map.of("device.doorbell_ns", "5000"));
    assertEquals(Set.of(), confirmation.of(lean, other).unconfirmed());
  }

  private static ClaimVerdict assess(
      Standing full, Standing lean, List<Tried> tried, boolean ended) {
    SequencedMap<String, OnMachine> machines = new LinkedHashMap<>();
    machines.put("pc-2003", new OnMachine(full, lean));
    return new Assessment(HOLDS, "figure", machines, tried, ended).tested();
  }

  private static Tried tried(Standing now, Set<String> unconfirmed) {
    Outcome half = new Outcome.Judged("12.5", new TreeMap<>(Map.of("D7", now)), unconfirmed);
    return new Tried(Estimate.of(MACHINE).getFirst(), half, new Outcome.Unchanged("50"));
  }

  private static Standing met(String name) {
    return new Standing("D7", true, List.of(name), List.of(), OptionalLong.empty());
  }

  private static Standing unmet(String name) {
    return new Standing("D7", true, List.of(), List.of(name), OptionalLong.empty());
  }
}
