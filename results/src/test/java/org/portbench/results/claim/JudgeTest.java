package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.results.Verdict.DOES_NOT_HOLD;
import static org.portbench.results.Verdict.HOLDS;
import static org.portbench.results.Verdict.HOLDS_WITHIN_LIMITS;
import static org.portbench.results.Verdict.NOT_DECIDED;
import static org.portbench.results.claim.Argument.all;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Elsewhere;
import org.portbench.results.Evidence;
import org.portbench.results.Robustness;
import org.portbench.results.SampleCell;
import org.portbench.results.SampleRun;
import org.portbench.results.Verdict;

/** How settings that agree, disagree or are missing become one verdict. */
class JudgeTest {
  private static final long SEED = 20030716;

  @Test
  void settingsInConflictMakeItHoldWithinLimitsThatAreNamed() {
    ClaimVerdict verdict =
        new Argument()
            .with(sized("randread-4k", 4096, 30_000))
            .with(sized("randread-64k", 65_536, 22_000))
            .with(sized("seqread-1m", 1 << 20, 21_000))
            .with(sized("randread-4k", 4096, 21_000).andThen(all(c -> c.machine("server-2024"))))
            .verdict("D7");
    assertEquals(HOLDS_WITHIN_LIMITS, verdict.verdict());
    assertEquals(
        List.of("on pc-2003 for requests of 64 KiB and more", "on server-2024 everywhere"),
        verdict.conditions());
    assertEquals(
        "On pc-2003 vm-object takes ×1.05 to ×1.50 the CPU time of direct, ×1.05 to ×1.50 without"
            + " what either spends on touching data; on server-2024 ×1.05 and ×1.05.",
        verdict.explanation());
    assertTrue(
        verdict
            .details()
            .containsAll(
                List.of(
                    "met in 3 of 4 settings",
                    "CPU time per I/O of vm-object: ×1.05 (seqread-1m on pc-2003) to ×1.50"
                        + " (randread-4k on pc-2003); asked: at most ×1.10 that of direct",
                    "met on pc-2003: randread-64k, seqread-1m",
                    "not met on pc-2003: randread-4k",
                    "met on server-2024: randread-4k")));
  }

  @Test
  void limitsAreNamedTheOtherWayRoundToo() {
    ClaimVerdict verdict =
        new Argument()
            .with(sized("small", 4096, 20_000))
            .with(sized("large", 65_536, 40_000))
            .verdict("D7");
    assertEquals(List.of("on pc-2003 for requests of 4 KiB"), verdict.conditions());
  }

  @Test
  void whereSizeDoesNotTellThemApartTheWorkloadsAreNamed() {
    ClaimVerdict verdict =
        new Argument()
            .with(sized("randread-4k", 4096, 20_000))
            .with(sized("randwrite-4k", 4096, 40_000))
            .with(sized("trace", 5133, 20_000))
            .verdict("D7");
    assertEquals(HOLDS_WITHIN_LIMITS, verdict.verdict());
    assertEquals(List.of("on pc-2003 for all but randwrite-4k"), verdict.conditions());
  }

  @Test
  void aClaimThatNoSettingMeetsDoesNotHold() {
    ClaimVerdict verdict =
        new Argument()
            .with(sized("randread-4k", 4096, 40_000))
            .with(sized("seqread-1m", 1 << 20, 50_000))
            .verdict("D7");
    assertEquals(DOES_NOT_HOLD, verdict.verdict());
    assertEquals(List.of("on pc-2003 nowhere"), verdict.conditions());
  }

  @Test
  void aSettingThatCannotBeJudgedIsNamedBesideThoseThatCan() {
    ClaimVerdict verdict =
        new Argument()
            .with(sized("randread-4k", 4096, 21_000))
            .with(
                sized("seqread-1m", 1 << 20, 21_000)
                    .andThen(cells -> cells.get("direct").skipped("not enough memory")))
            .verdict("D7");
    assertEquals(HOLDS, verdict.verdict());
    assertEquals(
        List.of(
            "on pc-2003 everywhere",
            "on pc-2003 not judged for seqread-1m: direct skipped (not enough memory)"),
        verdict.conditions());
  }

  @Test
  void cellsOfDifferentSettingsAreNeverCompared() {
    List<Consumer<SampleCell>> differences =
        List.of(
            c -> c.machine("server-2024"),
            c -> c.stack("user-3"),
            c -> c.workload("seqread-1m"),
            c -> c.seed(2),
            c -> c.tier("linux"));
    for (Consumer<SampleCell> difference : differences) {
      Argument apart = Argument.of(cells -> difference.accept(cells.get("direct")));
      assertEquals(NOT_DECIDED, apart.verdict("D7").verdict());
    }
  }

  @Test
  void aRunWithoutCellsDecidesNothing() {
    for (ClaimVerdict verdict : new Argument().verdicts()) {
      assertEquals(NOT_DECIDED, verdict.verdict());
      assertEquals(List.of(), verdict.evidence());
    }
  }

  @Test
  void theLeastOfSeveralStrategiesCountsAndThoseNotRunArePassedOver() {
    assertEquals(HOLDS, Argument.of(cells -> cells.remove("mach-3")).verdict("L2").verdict());
    assertEquals(
        DOES_NOT_HOLD, Argument.of(cells -> cells.remove("vm-object")).verdict("L2").verdict());
    Argument neither =
        Argument.of(cells -> {
          cells.remove("vm-object");
          cells.remove("mach-3");
        });
    assertEquals(
        "No setting of this run decides it: no cell of mach-3 or task-port or memory-entry or"
            + " vm-object.",
        neither.verdict("L2").explanation());
  }

  @Test
  void layersThatTouchDataAreKeptApart() {
    Argument argument =
        Argument.ofEveryClaim()
            .with(
                touching("user-2-touch-data")
                    .andThen(cells -> cells.get("vm-object").cpuNs(44_000)));
    assertEquals(HOLDS, argument.verdict("D7").verdict());
    ClaimVerdict touched = argument.verdict("D8");
    assertEquals(NOT_DECIDED, touched.verdict());
    assertEquals(
        List.of(
            "on pc-2003 D7 flips for randread-4k",
            "on pc-2003 L2 flips for randread-4k",
            "on pc-2003 D1 flips for randread-4k"),
        touched.conditions());
    assertEquals(
        "An input of the model, not a result. Where layers touch data:"
            + " on pc-2003 vm-object takes ×2.20 the CPU time of direct, ×2.20 without what either"
            + " spends on touching data.",
        touched.explanation());
    assertTrue(
        touched
            .evidence()
            .contains(
                new Evidence(
                    "pc-2003/user-2-touch-data/randread-4k/vm-object/n1000/s1",
                    "cpuNsPerOperation",
                    44_000)));
  }

  @Test
  void touchingThatChangesNothingFlipsNothing() {
    assertEquals(
        List.of("on pc-2003 D7 still holds for randread-4k"),
        Argument.ofEveryClaim().with(touching("t")).verdict("D8").conditions());
  }

  @Test
  void whatNeverHeldOrHeldElsewhereDoesNotFlip() {
    Consumer<Map<String, SampleCell>> dear = cells -> cells.get("vm-object").cpuNs(44_000);
    List<String> unflipped = List.of("on pc-2003 D7 fails either way in 1 of 1");
    assertEquals(
        unflipped, Argument.of(dear).with(touching("t").andThen(dear)).verdict("D8").conditions());
    assertEquals(
        unflipped,
        Argument.of(all(c -> c.parameter("layers", "7")))
            .with(touching("t").andThen(dear))
            .verdict("D8")
            .conditions());
  }

  /**
   * Untouched and at 10 % vm-object is within 10 % of direct's 20,000 ns, from 25 % on it is not.
   */
  @Test
  void theShareOfTouchedRequestsFromWhichOnAClaimTurnsIsNamed() {
    Argument shares =
        Argument.ofEveryClaim()
            .with(share(50, 30_000))
            .with(share(10, 21_000))
            .with(share(25, 22_001))
            .with(share(100, 44_000));
    assertEquals(
        "on pc-2003 D7 flips for randread-4k from 25 % on",
        shares.verdict("D8").conditions().getFirst());
    assertEquals(
        List.of("on pc-2003 D7 still holds for randread-4k up to 10 %"),
        Argument.ofEveryClaim().with(share(10, 21_000)).verdict("D8").conditions());
  }

  @Test
  void layersThatTouchNoRequestDoNotTouchData() {
    Argument none = new Argument().with(share(0, 21_000));
    assertEquals(HOLDS, none.verdict("D7").verdict());
    assertEquals(List.of(), none.verdict("D8").conditions());
  }

  private static Consumer<Map<String, SampleCell>> share(int percent, long cpuNs) {
    return touching("user-2-share-" + percent)
        .andThen(all(c -> c.parameter("touchShare", Integer.toString(percent))))
        .andThen(cells -> cells.get("vm-object").cpuNs(cpuNs));
  }

  @Test
  void withoutTouchingLayersNothingIsSaidOfThem() {
    assertEquals(
        "An input of the model, not a result. No layer of this run touches data.",
        Argument.ofEveryClaim().verdict("D8").explanation());
  }

  @Test
  void robustnessIsNotTestedYet() {
    assertTrue(
        Argument.ofEveryClaim().verdicts().stream()
            .allMatch(v -> v.robust() == Robustness.NOT_TESTED_YET));
  }

  @Test
  void verdictsReadTheSameInAnyLocale() {
    List<List<ClaimVerdict>> everywhere =
        Elsewhere.everywhere(() -> Argument.ofEveryClaim().verdicts());
    everywhere.forEach(there -> assertEquals(everywhere.getFirst(), there));
  }

  @Test
  void verdictsDoNotDependOnTheOrderOfTheCells() {
    Argument argument =
        new Argument()
            .with(sized("randread-4k", 4096, 30_000))
            .with(sized("seqread-1m", 1 << 20, 21_000));
    List<Verdict> forwards = argument.verdicts().stream().map(ClaimVerdict::verdict).toList();
    assertEquals(
        forwards, argument.reversed().verdicts().stream().map(ClaimVerdict::verdict).toList());
  }

  /** Random settings, judged a second time by a rule written out here. */
  @Test
  void aVerdictIsAllSomeOrNoneOfItsSettings() {
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      Argument argument = new Argument();
      int met = 0;
      int settings = 1 + random.nextInt(6);
      for (int i = 0; i < settings; i++) {
        long direct = 1L + random.nextInt(50_000);
        long object = direct + random.nextInt((int) direct / 5 + 2);
        met += 10 * object <= 11 * direct ? 1 : 0;
        String workload = "w" + i;
        argument.with(cells -> {
          all(c -> c.workload(workload)).accept(cells);
          cells.get("direct").cpuNs(direct);
          cells.get("vm-object").cpuNs(object);
        });
      }
      Verdict expected = met == settings ? HOLDS : met > 0 ? HOLDS_WITHIN_LIMITS : DOES_NOT_HOLD;
      String where = "seed " + SEED + ", round " + round;
      assertEquals(expected, argument.verdict("D7").verdict(), where);
      assertEquals(
          "met in " + met + " of " + settings + " settings",
          argument.verdict("D7").details().getFirst(),
          where);
    }
  }

  @Test
  void numbersTooLargeToMultiplyAreComparedAllTheSame() {
    long huge = Long.MAX_VALUE / 2;
    Comparison comparison =
        new Comparison(items("mach-3"), Relation.AT_LEAST, 150, Optional.of(items("vm-object")));
    SampleCell mach = SampleCell.of("mach-3").counter("itemsInterpreted", huge);
    SampleCell object = SampleCell.of("vm-object").counter("itemsInterpreted", huge);
    Setting setting = Setting.of(List.of(mach.build(), object.build())).getFirst();
    Outcome.Compared outcome = (Outcome.Compared) comparison.in(setting);
    assertFalse(outcome.met());
    assertEquals(1.0, outcome.magnitude());
  }

  @Test
  void theRunIsJudgedInTheOrderOfTheClaims() {
    List<Claim> two =
        Claims.registered().stream()
            .filter(c -> c.id().equals("D7") || c.id().equals("L2"))
            .toList();
    assertEquals(
        List.of("L2", "D7"),
        new Judge(two).verdicts(SampleRun.of()).stream().map(ClaimVerdict::id).toList());
  }

  private static Operand items(String strategy) {
    return new Operand(
        Metric.named("counters.itemsInterpreted"),
        Optional.empty(),
        List.of(strategy),
        Optional.empty());
  }

  private static Consumer<Map<String, SampleCell>> touching(String stack) {
    return all(c -> c.stack(stack).parameter("touch", "data"));
  }

  /** A workload in which vm-object takes so much CPU time against 20,000 ns of direct. */
  private static Consumer<Map<String, SampleCell>> sized(String workload, long bytes, long cpuNs) {
    return cells -> {
      all(c -> c.workload(workload).requestBytes(bytes)).accept(cells);
      cells.get("vm-object").cpuNs(cpuNs);
    };
  }
}
