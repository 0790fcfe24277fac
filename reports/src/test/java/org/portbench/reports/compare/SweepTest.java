package org.portbench.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.reports.SyntheticRun.Load;
import org.portbench.results.TrialResult;

class SweepTest {
  private static final Load SMALL = new Load("randread-4k", 4096, 60_000);
  private static final List<String> THREE = List.of("direct", "copy", "vm-object");

  @Test
  void sizesAreTakenOutOfNames() {
    assertEquals("randread", withoutSize("randread-4k"));
    assertEquals("randread", withoutSize("randread-512"));
    assertEquals("seqwrite", withoutSize("seqwrite-1M"));
    assertEquals("randread.q8", withoutSize("randread-64KiB.q8"));
    assertEquals("randread@qd8", withoutSize("randread-4k@qd8"));
  }

  @Test
  void otherNumbersStayInNames() {
    assertEquals("mixed-70-30", withoutSize("mixed-70-30"));
    assertEquals("4k", withoutSize("4k"));
    assertEquals("mailboxes.iolog", withoutSize("mailboxes.iolog"));
  }

  @Test
  void depthsAreTakenOutOfNames() {
    assertEquals("randread-4k", WorkloadName.without(Parameter.QUEUE_DEPTH, "randread-4k@qd16"));
    assertEquals("randread-4k", WorkloadName.without(Parameter.QUEUE_DEPTH, "randread-4k"));
    assertEquals("randread-4k@qd16", WorkloadName.without(Parameter.LAYERS, "randread-4k@qd16"));
  }

  @Test
  void workloadsThatDifferOnlyInSizeMakeASweep() {
    List<Sweep> sweeps = Sweep.of(SyntheticRun.usual());
    assertEquals(2, sweeps.size());
    Sweep old = sweeps.getFirst();
    assertEquals(Parameter.SIZE, old.parameter());
    assertEquals("pc-2003 · randread", old.heading());
    assertEquals(List.of(4096L, 16_384L, 65_536L), places(old));
    assertEquals(15_917L, old.cpuNs("vm-object").get(4096L));
  }

  @Test
  void twoNumbersAreNoSweepButTwoWordsAre() {
    assertEquals(List.of(), sweeps(sizes(List.of("copy"), 4096, 65_536)));
    assertEquals(List.of(), sweeps(turned(THREE, "layers", "1", "4")));
    assertEquals(1, sweeps(turned(THREE, "iommu", "off", "strict")).size());
  }

  @Test
  void aKnobThatIsAbsentStandsAtItsDefault() {
    List<TrialResult> cells = turned(THREE, "activeCpus", "8", "64");
    THREE.forEach(strategy -> cells.add(cell(strategy)));
    Sweep sweep = only(cells);
    assertEquals(Parameter.ACTIVE_CPUS, sweep.parameter());
    assertEquals(List.of(1L, 8L, 64L), places(sweep));
  }

  @Test
  void wordsComeInTheOrderOfWhatTheyMean() {
    Sweep sweep = only(turned(THREE, "iommu", "strict", "off", "lazy"));
    assertEquals(List.of("off", "lazy", "strict"), values(sweep));
    assertEquals(List.of(0L, 1L, 2L), places(sweep));
    assertEquals(List.of(), sweep.tellingCrossovers());
  }

  @Test
  void machinesComeByYear() {
    List<TrialResult> cells = new ArrayList<>();
    for (String machine : List.of("server-2024", "pc-2003", "old-1990")) {
      THREE.forEach(strategy -> cells.add(SyntheticRun.cell(machine, SMALL, strategy)));
    }
    Sweep sweep = only(cells);
    assertEquals(Parameter.MACHINE, sweep.parameter());
    assertEquals("randread-4k", sweep.heading());
    assertEquals(List.of("old-1990", "pc-2003", "server-2024"), values(sweep));
  }

  @Test
  void theIommuBelongsToTheMachineWhereEachHasOneMode() {
    List<TrialResult> cells = new ArrayList<>();
    for (String machine : List.of("old-1990", "pc-2003", "server-2024")) {
      String mode = machine.equals("server-2024") ? "lazy" : "off";
      TrialResult cell = SyntheticRun.cell(machine, SMALL, "copy");
      cells.add(SyntheticRun.turned(cell, "iommu", mode, "iommu", 0));
    }
    assertEquals(Parameter.MACHINE, only(cells).parameter());
    cells.add(
        SyntheticRun.turned(
            SyntheticRun.cell("server-2024", SMALL, "copy"), "iommu", "strict", "iommu", 0));
    assertEquals(
        List.of(Parameter.IOMMU),
        sweeps(cells).stream().map(Sweep::parameter).toList(),
        "now the mode is a knob, and machines differ in two things");
  }

  @Test
  void withoutLayersNothingIsPlaced() {
    List<TrialResult> cells = turned(List.of("copy"), "layers", "1", "4");
    TrialResult none = SyntheticRun.turned(cell("copy"), "layers", "0", "copy", 0);
    cells.add(SyntheticRun.turned(none, "placement", "kernel", "copy", 0));
    Sweep sweep = only(cells);
    assertEquals(List.of(0L, 1L, 4L), places(sweep));
  }

  @Test
  void whereNothingIsTouchedNoShareIs() {
    List<TrialResult> cells = new ArrayList<>(List.of(cell("copy")));
    for (String share : List.of("25", "100")) {
      TrialResult touching = SyntheticRun.turned(cell("copy"), "touch", "data", "touch", 0);
      cells.add(SyntheticRun.turned(touching, "touchShare", share, "touch", 0));
    }
    Sweep sweep =
        sweeps(cells).stream()
            .filter(s -> s.parameter() == Parameter.TOUCH_SHARE)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(0L, 25L, 100L), places(sweep));
    assertFalse(sweep.first().comparison().layersTouchData());
    assertTrue(sweep.last().comparison().layersTouchData());
  }

  @Test
  void theParameterWithMostValuesComesFirst() {
    List<TrialResult> cells = sizes(List.of("copy"), 4096, 16_384, 65_536);
    cells.addAll(turned(List.of("copy"), "iommu", "off", "lazy"));
    cells.addAll(turned(List.of("copy"), "cached", "25", "50", "100"));
    assertEquals(
        List.of(Parameter.CACHED, Parameter.SIZE, Parameter.IOMMU),
        Sweep.byParameter(sweeps(cells)).stream().map(own -> own.getFirst().parameter()).toList(),
        "0 to 100 % cached are four values, sizes three");
  }

  @Test
  void sweepsOfAMachineStandTogether() {
    List<TrialResult> cells = new ArrayList<>();
    for (Load load : List.of(SMALL, new Load("randwrite-4k", 4096, 60_000))) {
      for (String machine : List.of("pc-2003", "old-1990")) {
        for (String mode : List.of("off", "lazy")) {
          TrialResult cell = SyntheticRun.cell(machine, load, "copy");
          cells.add(SyntheticRun.turned(cell, "iommu", mode, "iommu", 0));
        }
      }
    }
    assertEquals(
        List.of(
            "pc-2003 · randread-4k",
            "pc-2003 · randwrite-4k",
            "old-1990 · randread-4k",
            "old-1990 · randwrite-4k"),
        sweeps(cells).stream().map(Sweep::heading).toList());
  }

  @Test
  void titlesSayWhatTellsSweepsApart() {
    List<TrialResult> cells = new ArrayList<>();
    for (TrialResult cell : turned(List.of("copy"), "layers", "1", "2", "4")) {
      cells.add(cell);
      cells.add(SyntheticRun.turned(cell, "touch", "data", "touch", 9));
    }
    assertEquals(
        List.of("randread-4k · touch nothing", "randread-4k · touch data"),
        sweeps(cells).stream()
            .filter(s -> s.parameter() == Parameter.LAYERS)
            .map(Sweep::title)
            .toList());
  }

  @Test
  void crossingsOfCopyingAndOfTheCheapestAreTold() {
    Sweep sweep =
        only(sizes(List.of("null", "direct", "copy", "mach-2", "mach-3"), 4096, 16_384, 65_536));
    assertEquals(
        List.of("copy mach-3", "copy mach-2"),
        sweep.tellingCrossovers().stream().map(c -> c.below() + " " + c.above()).toList());
    assertEquals(
        List.of("copy mach-3"),
        sweep.centralCrossovers().stream().map(c -> c.below() + " " + c.above()).toList());
  }

  @Test
  void crossingsAmongDearerOnesAreNotTold() {
    Sweep sweep = only(sizes(List.of("vm-object", "mach-3", "mach-xnu"), 4096, 16_384, 1 << 20));
    assertEquals(
        1,
        Crossover.between("mach-3", sweep.cpuNs("mach-3"), "mach-xnu", sweep.cpuNs("mach-xnu"))
            .size());
    assertEquals(List.of(), sweep.tellingCrossovers());
  }

  @Test
  void crossingsThatMakeNoDifferenceAreNotTold() {
    // vm-object costs 15917 ns. copy is dearer by 10 ns at 1 and 2, then cheaper by 10 ns: 0.06 %
    long behind = cell("vm-object").cpuNsPerOperation() - cell("copy").cpuNsPerOperation();
    List<TrialResult> cells = turned(List.of("vm-object"), "layers", "1", "2", "4");
    long[] copyBehindNs = {10, 10, -10};
    String[] layers = {"1", "2", "4"};
    for (int i = 0; i < layers.length; i++) {
      cells.add(
          SyntheticRun.turned(cell("copy"), "layers", layers[i], "map", behind + copyBehindNs[i]));
    }
    Sweep sweep = only(cells);
    assertEquals(
        1, Crossover.between("copy", sweep.cpuNs("copy"), "o", sweep.cpuNs("vm-object")).size());
    assertEquals(List.of(), sweep.tellingCrossovers());
    assertEquals(List.of("vm-object"), sweep.cheapest().stream().map(Sweep.Stretch::what).toList());
  }

  @Test
  void theCheapestIsToldInStretches() {
    // copying takes 23491 ns at 4 KiB, vm-object 15917 ns and each layer 5000 ns more
    List<TrialResult> cells = new ArrayList<>();
    for (int layers : List.of(0, 1, 2, 3)) {
      String value = Integer.toString(layers);
      cells.add(SyntheticRun.turned(cell("copy"), "layers", value, "map", 0));
      cells.add(SyntheticRun.turned(cell("vm-object"), "layers", value, "map", layers * 5000L));
    }
    assertEquals(23_491, cell("copy").cpuNsPerOperation());
    List<Sweep.Stretch> stretches = only(cells).cheapest();
    assertEquals(List.of("vm-object", "copy"), stretches.stream().map(s -> s.what()).toList());
    assertEquals(List.of(2, 2), stretches.stream().map(stretch -> stretch.steps().size()).toList());
  }

  @Test
  void aMechanismContributesWhatIsNotSpentWithoutIt() {
    // everything: 23491 + 1000 ns of faults; without faults 23491: 1000 of 24491 are 4.08 %
    List<TrialResult> cells = new ArrayList<>();
    cells.add(SyntheticRun.turned(cell("copy"), "without", "nothing", "fault", 1000));
    cells.add(SyntheticRun.turned(cell("copy"), "without", "faults", "fault", 0));
    cells.add(SyntheticRun.turned(cell("copy"), "without", "moves", "copy", 3449));
    cells.add(SyntheticRun.turned(cell("copy"), "without", "tags", "tlb", 1001));
    List<Contribution> all = Contribution.of(only(cells));
    assertEquals(List.of("faults", "moves", "tags"), all.stream().map(Contribution::name).toList());
    assertEquals(
        List.of(new Contribution.Part("copy", 1000, 1000 / 24_491.0)), all.getFirst().parts());
    assertEquals(-2449, all.get(1).parts().getFirst().ns());
    assertEquals(List.of(), all.get(2).parts());
  }

  private static String withoutSize(String workload) {
    return WorkloadName.without(Parameter.SIZE, workload);
  }

  private static TrialResult cell(String strategy) {
    return SyntheticRun.cell("pc-2003", SMALL, strategy);
  }

  private static List<TrialResult> turned(List<String> strategies, String key, String... values) {
    List<TrialResult> cells = new ArrayList<>();
    for (String value : values) {
      strategies.forEach(s -> cells.add(SyntheticRun.turned(cell(s), key, value, "map", 0)));
    }
    return cells;
  }

  private static List<TrialResult> sizes(List<String> strategies, long... sizes) {
    List<TrialResult> cells = new ArrayList<>();
    for (long size : sizes) {
      Load load = new Load("randread-" + size, size, 60_000);
      strategies.forEach(s -> cells.add(SyntheticRun.cell("pc-2003", load, s)));
    }
    return cells;
  }

  private static List<Sweep> sweeps(List<TrialResult> cells) {
    return Sweep.of(SyntheticRun.run(cells));
  }

  private static Sweep only(List<TrialResult> cells) {
    List<Sweep> sweeps = sweeps(cells);
    assertEquals(1, sweeps.size());
    return sweeps.getFirst();
  }

  private static List<Long> places(Sweep sweep) {
    return sweep.steps().stream().map(Sweep.Step::at).toList();
  }

  private static List<String> values(Sweep sweep) {
    return sweep.steps().stream().map(Sweep.Step::value).toList();
  }
}
