package org.portbench.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.reports.SyntheticRun.Load;
import org.portbench.results.TrialResult;

class SizeSweepTest {

  @Test
  void sizesAreTakenOutOfNames() {
    assertEquals("randread", SizeSweep.withoutSize("randread-4k"));
    assertEquals("randread", SizeSweep.withoutSize("randread-512"));
    assertEquals("seqwrite", SizeSweep.withoutSize("seqwrite-1M"));
    assertEquals("randread.q8", SizeSweep.withoutSize("randread-64KiB.q8"));
  }

  @Test
  void otherNumbersStayInNames() {
    assertEquals("mixed-70-30", SizeSweep.withoutSize("mixed-70-30"));
    assertEquals("4k", SizeSweep.withoutSize("4k"));
    assertEquals("mailboxes.iolog", SizeSweep.withoutSize("mailboxes.iolog"));
  }

  @Test
  void workloadsThatDifferOnlyInSizeMakeASweep() {
    List<SizeSweep> sweeps = SizeSweep.among(Comparison.of(SyntheticRun.usual()));
    assertEquals(2, sweeps.size());
    SizeSweep old = sweeps.getFirst();
    assertEquals("pc-2003", old.machine());
    assertEquals("randread", old.workload());
    assertEquals(List.of(4096L, 16_384L, 65_536L), List.copyOf(old.bySize().keySet()));
    assertEquals(15_917L, old.cpuNsBySize("vm-object").get(4096L));
  }

  @Test
  void oneSizeIsNoSweep() {
    assertEquals(List.of(), SizeSweep.among(sweepOf(List.of("copy"), 4096)));
  }

  @Test
  void crossingsOfCopyingAndOfTheCheapestAreTold() {
    SizeSweep sweep =
        SizeSweep.among(
                sweepOf(
                    List.of("null", "direct", "copy", "mach-2", "mach-3"), 4096, 16_384, 65_536))
            .getFirst();
    assertEquals(
        List.of("copy mach-3", "copy mach-2"),
        sweep.tellingCrossovers().stream().map(c -> c.below() + " " + c.above()).toList());
  }

  @Test
  void crossingsAmongDearerOnesAreNotTold() {
    SizeSweep sweep =
        SizeSweep.among(sweepOf(List.of("vm-object", "mach-3", "mach-xnu"), 4096, 16_384, 1 << 20))
            .getFirst();
    assertEquals(
        1,
        Crossover.between(
                "mach-3", sweep.cpuNsBySize("mach-3"), "mach-xnu", sweep.cpuNsBySize("mach-xnu"))
            .size());
    assertEquals(List.of(), sweep.tellingCrossovers());
  }

  private static List<Comparison> sweepOf(List<String> strategies, long... sizes) {
    List<TrialResult> cells = new ArrayList<>();
    for (long size : sizes) {
      for (String strategy : strategies) {
        cells.add(
            SyntheticRun.cell("pc-2003", new Load("randread-" + size, size, 60_000), strategy));
      }
    }
    return Comparison.of(SyntheticRun.run(cells));
  }
}
