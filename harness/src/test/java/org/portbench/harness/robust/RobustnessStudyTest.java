package org.portbench.harness.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.run.Cell;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.EstimateStudy.Skipped;
import org.portbench.results.Influence;
import org.portbench.results.Robustness;
import org.portbench.results.RunResult;
import org.portbench.results.Verdict;

final class RobustnessStudyTest {
  private static final List<String> TWO = List.of("direct", "vm-object");

  /**
   * With 150 µs for the doorbell, what both sides share makes 1.07 of 2.0; with 75 µs it makes
   * 1.14, more than 1.10. A TLB miss of 250 ns is too little to matter.
   */
  private static RunResult studied(int jobs, Map<String, String> more) {
    Map<String, String> estimates = new TreeMap<>(more);
    estimates.put("device.doorbell_ns", "150000");
    estimates.put("mmu.tlb_miss_ns", "250");
    MachineProfile machine = TwoEstimates.machine(estimates);
    List<Cell> cells = TwoEstimates.cells(machine, TWO);
    RunResult run = TwoEstimates.run(cells);
    return new RobustnessStudy(run, cells, TwoEstimates.STRATEGIES, new StudyObserver() {})
        .run(jobs);
  }

  @Test
  void oneEstimateFlipsAClaimAndAnotherDoesNot() {
    RunResult run = studied(1, Map.of());
    ClaimVerdict claim = claim(run, "D7");
    assertEquals(Verdict.HOLDS, claim.verdict());
    assertEquals(Robustness.FLIPS, claim.robust());
    List<Influence> influences = claim.sensitivity().influences();
    assertEquals(
        List.of("mmu.tlb_miss_ns", "device.doorbell_ns"),
        influences.stream().map(Influence::key).toList());
    assertEquals(List.of(influences.getLast()), claim.sensitivity().flipping(Verdict.HOLDS));
    Influence.Change half = influences.getLast().half().orElseThrow();
    assertEquals("75000", half.value());
    assertEquals(Verdict.DOES_NOT_HOLD, half.verdict());
    assertEquals(List.of("randread-4k"), half.lost());
    assertEquals(Verdict.HOLDS, influences.getLast().twice().orElseThrow().verdict());
    assertEquals(2, run.study().orElseThrow().tried());
    assertEquals(List.of(), run.study().orElseThrow().skipped());
  }

  @Test
  void aClaimThatCountsSurvivesAndOneWithoutCellsIsNotTested() {
    RunResult run = studied(1, Map.of());
    assertEquals(Robustness.SURVIVES, claim(run, "D4").robust());
    assertEquals(List.of(), claim(run, "D4").sensitivity().influences());
    assertEquals(Robustness.NOT_TESTED_YET, claim(run, "D1").robust());
    assertEquals("there is no verdict that could flip", claim(run, "D1").sensitivity().note());
  }

  @Test
  void whatCannotBeHalvedOrDoubledIsLeftOutWithItsReason() {
    RunResult run =
        studied(
            1,
            Map.of(
                "cpu.cores", "1",
                "mmu.tagged", "false",
                "memory.page_bytes", "65536",
                "memory.total_mib", "1024",
                "iommu.mode", "off",
                "memory.dma_flush_line_ns", "0",
                "device.capacity_mib", "400"));
    assertEquals(
        List.of(
            "cpu.cores: half: cpu.cores is 0; it must be from 1 to 1024",
            "memory.page_bytes: double: memory.page_bytes is 131072; it must be from 1024 to 65536",
            "memory.total_mib: changes no cell",
            "memory.dma_flush_line_ns: half: is 0; double: is 0",
            "mmu.tagged: half: is no number; double: is no number",
            "iommu.mode: half: is no number; double: is no number"),
        run.study().orElseThrow().skipped().stream()
            .filter(one -> !one.key().equals("device.capacity_mib"))
            .map(one -> one.key() + ": " + one.reason())
            .toList());
    Skipped tooSmall =
        run.study().orElseThrow().skipped().stream()
            .filter(one -> one.key().equals("device.capacity_mib"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        tooSmall.reason().startsWith("half: 200: the workload's files need "), tooSmall::reason);
  }

  @Test
  void theStudyDoesNotDependOnHowManyRunAtATime() {
    RunResult one = studied(1, Map.of("cpu.idle_exit_ns", "500"));
    RunResult four = studied(4, Map.of("cpu.idle_exit_ns", "500"));
    assertEquals(one.claims(), four.claims());
    assertEquals(one.study(), four.study());
  }

  @Test
  void eachEstimateThatIsDoneIsTold() {
    MachineProfile machine =
        TwoEstimates.machine(Map.of("mmu.tlb_miss_ns", "25", "cpu.idle_exit_ns", "500"));
    List<Cell> cells = TwoEstimates.cells(machine, TWO);
    List<String> told = new ArrayList<>();
    StudyObserver observer =
        new StudyObserver() {
          @Override
          public void studyStarted(int estimates) {
            told.add("of " + estimates);
          }

          @Override
          public void studied(int done, int of) {
            told.add(done + "/" + of);
          }
        };
    new RobustnessStudy(TwoEstimates.run(cells), cells, TwoEstimates.STRATEGIES, observer).run(1);
    assertEquals(List.of("of 2", "1/2", "2/2"), told);
  }

  @Test
  void beforeItBeginsTheRunIsAsItWas() {
    List<Cell> cells = TwoEstimates.cells(TwoEstimates.machine(Map.of()), TWO);
    RunResult run = TwoEstimates.run(cells);
    assertSame(
        run,
        new RobustnessStudy(run, cells, TwoEstimates.STRATEGIES, new StudyObserver() {}).soFar());
  }

  private static ClaimVerdict claim(RunResult run, String id) {
    return run.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}
