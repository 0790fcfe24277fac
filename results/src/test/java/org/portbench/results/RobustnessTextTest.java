package org.portbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobustnessTextTest {
  private static final Influence FLIPPING =
      influence(
          "cpu.atomic_ns", change(Verdict.DOES_NOT_HOLD, 900, "a"), change(Verdict.HOLDS, 1000));
  private static final Influence MOVING =
      influence("mmu.tlb_miss_ns", change(Verdict.HOLDS, 1200), change(Verdict.HOLDS, 1000, "b"));
  private static final Influence MOVING_MORE =
      influence(
          "device.doorbell_ns", change(Verdict.HOLDS, 1500, "a"), change(Verdict.HOLDS, 1, "b"));

  @Test
  void whatFlipsIsNamedThenWhatMovesTheLimitsMostFirst() {
    assertEquals(
        "flips with half one atomic (pc); where it holds moves with half or twice device doorbell"
            + " (pc), twice TLB miss (pc)",
        text(Robustness.FLIPS, "", FLIPPING, MOVING, MOVING_MORE).words());
    assertEquals(
        "survives every estimate halved or doubled", text(Robustness.SURVIVES, "").words());
  }

  @Test
  void aNoteIsTheReasonOrABut() {
    assertEquals("not tested", text(Robustness.NOT_TESTED_YET, "").words());
    assertEquals("why", text(Robustness.NOT_TESTED_YET, "why").words());
    assertEquals(Optional.empty(), text(Robustness.NOT_TESTED_YET, "why").note());
    assertEquals(Optional.of("but"), text(Robustness.SURVIVES, "but").note());
  }

  @Test
  void ofManyFourAreNamed() {
    Influence[] six = {MOVING, MOVING, MOVING, MOVING, MOVING, MOVING};
    String words = text(Robustness.SURVIVES, "", six).words();
    assertEquals(" and 2 more", words.substring(words.length() - 11));
  }

  @ParameterizedTest
  @CsvSource({
    "primitive.mach_send_ns, work of Mach send",
    "interrupts.entry_ns, interrupt entry",
    "memory.copy_private_ps_per_byte, copying in own cache",
    "device.disk.track_seek_us, disk track seek",
    "iommu.map_page_ns, IOMMU map page",
    "cpu.ipi_send_ns, IPI send",
    "measured.soft_fault_ns, soft fault",
    "odd, odd",
  })
  void keysBecomeWords(String key, String words) {
    assertEquals(words, influence(key, change(Verdict.HOLDS, 1), change(Verdict.HOLDS, 1)).name());
  }

  private static RobustnessText text(Robustness robust, String note, Influence... influences) {
    ClaimVerdict claim = SampleRun.ofEverything().claims().getFirst();
    ClaimVerdict holds =
        new ClaimVerdict(
            claim.id(),
            claim.who(),
            claim.statement(),
            claim.headline(),
            Verdict.HOLDS,
            Robustness.NOT_TESTED_YET,
            Sensitivity.NONE,
            claim.metric(),
            claim.threshold(),
            claim.conditions(),
            claim.explanation(),
            claim.details(),
            claim.fairness(),
            claim.evidence());
    return new RobustnessText(
        holds.tested(
            robust,
            new Sensitivity(note, "f", new TreeMap<>(Map.of("pc", 1000L)), List.of(influences))));
  }

  private static Influence influence(String key, Influence.Change half, Influence.Change twice) {
    return new Influence("pc", key, "1", Optional.of(half), Optional.of(twice));
  }

  private static Influence.Change change(Verdict verdict, long figure, String... lost) {
    return new Influence.Change("1", verdict, List.of(), List.of(lost), OptionalLong.of(figure));
  }
}
