package org.portbench.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.results.TrialResult;

class ComparisonTest {
  private final List<Comparison> comparisons = Comparison.of(SyntheticRun.usual());

  @Test
  void cellsThatDifferInNothingButTheStrategyAreCompared() {
    assertEquals(10, comparisons.size());
    assertTrue(comparisons.stream().allMatch(comparison -> comparison.cells().size() == 5));
  }

  @Test
  void theCeilingComesFirstAndTheFloorLast() {
    assertEquals(
        List.of("direct", "copy", "mach-3", "vm-object", "null"),
        comparisons.getFirst().cells().stream().map(c -> c.identity().strategy()).toList());
  }

  @Test
  void cpuTimeIsComparedWithDirect() {
    Comparison small = comparisons.getFirst();
    TrialResult copy = small.passed("copy").orElseThrow();
    TrialResult direct = small.passed("direct").orElseThrow();
    assertEquals(
        OptionalDouble.of((double) copy.cpuNsPerOperation() / direct.cpuNsPerOperation()),
        small.cpuRatioToDirect(copy));
    assertEquals(OptionalDouble.of(1), small.cpuRatioToDirect(direct));
  }

  @Test
  void withoutDirectThereIsNoRatio() {
    TrialResult copy = SyntheticRun.cell("pc-2003", SyntheticRun.FIVE_LOADS.getFirst(), "copy");
    Comparison alone = Comparison.of(SyntheticRun.run(List.of(copy))).getFirst();
    assertEquals(OptionalDouble.empty(), alone.cpuRatioToDirect(copy));
  }

  @Test
  void aSlowDiskIsTheBottleneck() {
    Bottleneck disk = Bottleneck.of(comparisons.getFirst());
    assertTrue(disk.isDevice());
    assertTrue(disk.deviceShare() > 0.99 && disk.deviceShare() < 1);
  }

  @Test
  void whereRatesTellStrategiesApartTheDeviceIsNotTheBottleneck() {
    Bottleneck fast = Bottleneck.of(comparisons.get(3));
    assertFalse(fast.isDevice());
    assertTrue(fast.rateSpread() > 1.3);
  }

  @Test
  void whatNullCouldDoDoesNotCount() {
    Comparison all = comparisons.get(3);
    Comparison without =
        new Comparison(
            all.question(),
            all.cells().stream().filter(c -> !c.identity().strategy().equals("null")).toList());
    assertEquals(Bottleneck.of(without), Bottleneck.of(all));
  }
}
