package org.portbench.reports.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.reports.SyntheticRun.Load;
import org.portbench.reports.compare.Sweep;
import org.portbench.results.TrialResult;

/** At 4 KiB on pc-2003 direct takes 9347 ns, copy 23491 ns and vm-object 15917 ns. */
class SweepWordsTest {
  private static final Load SMALL = new Load("randread-4k", 4096, 60_000);
  private final List<TrialResult> cells = new ArrayList<>();

  @Test
  void itSaysWhereTheCheapestChanges() {
    add("layers", "0", 0, 0);
    add("layers", "1", 0, 5_000);
    add("layers", "2", 0, 10_000);
    add("layers", "4", 0, 20_000);
    assertEquals(
        "vm-object is the cheapest up to 1 layer, copy from 2 layers on. vm-object is nowhere"
            + " within 10 % of direct; it comes closest at 0 layers (×1.70).",
        words());
  }

  @Test
  void itSaysWhereTheProposalIsAlmostAsEfficient() {
    // 10 % above direct are 10281.7 ns, 5635.3 ns less than vm-object takes
    add("cached", "0", 0, 0);
    add("cached", "50", 0, -5_635);
    add("cached", "75", 0, -5_636);
    add("cached", "100", 0, -7_000);
    assertEquals(
        "vm-object is the cheapest throughout. vm-object is within 10 % of direct from 75 % cached"
            + " on.",
        words());
  }

  @Test
  void wordsAreNamedAndWhereThereAreManyTheMissingOnes() {
    // 20000 of 15917 ns are 125.7 %
    add("iommu", "off", 0, 0);
    add("iommu", "lazy", 0, 0);
    add("iommu", "strict", 0, 20_000);
    assertEquals(
        "vm-object is the cheapest with IOMMU off, lazy, copy with IOMMU strict. vm-object is"
            + " nowhere within 10 % of direct; it comes closest with IOMMU off (×1.70). From off to"
            + " strict CPU time changes by +0.0 % (direct) to +126 % (vm-object).",
        words());
  }

  @Test
  void ofMechanismsItSaysToWhomTheyMatterMost() {
    // without faults copy takes 2492 ns less: 2492 of 23491; vm-object 15 less, under 0.1 %
    add("without", "nothing", 0, 0);
    add("without", "faults", -2_492, -15);
    add("without", "tags", 0, 0);
    add("without", "moves", 500, 3_183);
    assertEquals(
        "Without faults copy changes most: 2.49 µs less, 11 % of its CPU time. Without moves"
            + " vm-object changes most: 3.18 µs more, 20 % of its CPU time. No difference: without"
            + " tags.",
        words());
  }

  private void add(String key, String value, long copyMoreNs, long objectMoreNs) {
    cells.add(SyntheticRun.turned(cell("direct"), key, value, "map", 0));
    cells.add(SyntheticRun.turned(cell("copy"), key, value, "map", copyMoreNs));
    cells.add(SyntheticRun.turned(cell("vm-object"), key, value, "map", objectMoreNs));
  }

  private static TrialResult cell(String strategy) {
    return SyntheticRun.cell("pc-2003", SMALL, strategy);
  }

  private String words() {
    return new SweepWords(Sweep.of(SyntheticRun.run(cells)).getFirst()).all();
  }
}
