package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.results.PayloadSummary;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/**
 * One request at a time: nothing overlaps and nobody waits, so that all of the time is counts times
 * prices, exactly.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("points")
class ArithmeticTest {
  private static final Set<String> MACH_SINCE_3 =
      Set.of("mach-3", "mach-xnu", "task-port", "memory-entry");

  private static final long SEED = 20030716;
  private static final long OPERATIONS = 50;
  private static final List<String> ALL =
      new Strategies(ArithmeticTest.class.getClassLoader())
          .all().stream().map(MessagingStrategy::name).toList();

  /** What readies memory for the device for each transfer, as the ceiling does. */
  private static final List<String> REFERRING =
      List.of(
          "user-iovec",
          "mach-2",
          "mach-3",
          "mach-xnu",
          "fd",
          "vm-object",
          "task-port",
          "memory-entry");

  private static final Map<Point, Map<String, TrialResult>> RESULTS = new HashMap<>();

  private final Point point;
  private final MachineProfile machine;
  private final Prices prices;
  private final Map<String, TrialResult> results;

  record Point(String machine, Operation.Kind kind, int bytes, int layers) {
    @Override
    public String toString() {
      String what = kind.name().toLowerCase(Locale.ROOT) + " of " + bytes;
      return machine + ", " + what + ", " + layers + " layers in tasks";
    }
  }

  static List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (String machine : List.of("pc-2003", "server-2024")) {
      for (Operation.Kind kind : List.of(Operation.Kind.READ, Operation.Kind.WRITE)) {
        for (int bytes : List.of(4 << 10, 64 << 10, 1 << 20)) {
          for (int layers = 0; layers <= 2; layers++) {
            points.add(new Point(machine, kind, bytes, layers));
          }
        }
      }
    }
    return points;
  }

  ArithmeticTest(Point point) {
    this.point = point;
    this.machine = MachineProfiles.builtIn(point.machine);
    this.prices = new Prices(machine);
    this.results = RESULTS.computeIfAbsent(point, p -> run());
  }

  private Map<String, TrialResult> run() {
    Strategies known = new Strategies(getClass().getClassLoader());
    Map<String, TrialResult> run = new TreeMap<>();
    for (String strategy : ALL) {
      Cell cell =
          new Cell(
              machine,
              StackSpec.user(point.layers, Touch.NOTHING),
              SmallLoad.oneAtATime(point.kind, point.bytes).workload(),
              strategy,
              SEED,
              OPERATIONS);
      run.put(strategy, new Trial(cell, known.create(strategy)).run());
    }
    return run;
  }

  // ---- time ------------------------------------------------------------------------------------

  @Test
  void time_isTheSumOfItsParts() {
    results.forEach((strategy, result) -> {
      long sum = result.totalsPs().values().stream().mapToLong(ps -> ps).sum();
      assertEquals(sum, result.elapsedPs(), strategy);
    });
  }

  @Test
  void nobodyWaits() {
    assertTotal("queueing", result -> 0);
  }

  @Test
  void traps_areSystemCalls() {
    assertTotal("trap", result -> count(result, "systemCalls") * prices.of(Primitive.SYSTEM_CALL));
  }

  @Test
  void interrupts_areTheirEntries() {
    assertTotal(
        "interrupt", result -> count(result, "interrupts") * machine.interrupts().entryPs());
  }

  /** Space switches cost nothing on the one machine, and do not happen on the other. */
  @Test
  void switches_areContextSwitchesAndHandoffs() {
    assertTotal(
        "switch",
        result ->
            count(result, "contextSwitches") * prices.of(Primitive.THREAD_SWITCH)
                + count(result, "threadHandoffs") * prices.of(Primitive.THREAD_HANDOFF));
  }

  /** A layer is handed each request and its caller each reply where there is one CPU for all. */
  @Test
  void machSince3_handsItsCpuOver_andNobodyElse() {
    boolean oneCpu = machine.cpu().cores() == 1;
    results.forEach((strategy, result) -> {
      boolean handsOver = MACH_SINCE_3.contains(strategy);
      long handoffs = oneCpu && handsOver ? OPERATIONS * 2 * point.layers : 0;
      assertEquals(handoffs, count(result, "threadHandoffs"), strategy);
    });
  }

  @Test
  void pins_areHoldsAndUnholds() {
    long onePs = prices.of(Primitive.PAGE_HOLD) + prices.of(Primitive.PAGE_UNHOLD);
    assertTotal("pin", result -> count(result, "pagesPinned") * onePs);
  }

  @Test
  void translationCosts_areMisses_whereNoTranslationIsWithdrawn() {
    results.forEach((strategy, result) -> {
      if (count(result, "pteWrites") == 0) {
        long missesPs = count(result, "tlbMisses") * machine.mmu().tlbMissPs();
        assertEquals(missesPs, total(result, "tlb"), strategy);
        assertEquals(0, total(result, "fault"), strategy);
      }
    });
  }

  /** A lazy IOMMU invalidates once for a batch of pages; what is left over waits for the next. */
  @Test
  void iommuCosts_areMappingsAndInvalidations() {
    MachineProfile.Iommu iommu = machine.iommu();
    results.forEach((strategy, result) -> {
      long pages = count(result, "iommuMappings");
      long restPs = total(result, "iommu") - pages * (iommu.mapPagePs() + iommu.unmapPagePs());
      if (iommu.mode() == IommuMode.OFF || pages == 0) {
        assertEquals(0, restPs, strategy);
      } else {
        long batches = pages / iommu.lazyBatchPages();
        assertEquals(0, restPs % iommu.invalidatePs(), strategy);
        long more = restPs / iommu.invalidatePs() - batches;
        assertTrue(more == 0 || more == 1, strategy + ": " + more + " more than batches");
      }
    });
  }

  // ---- what is done ----------------------------------------------------------------------------

  @Test
  void everyOperation_isDoneAndChecked() {
    results.forEach((strategy, result) -> {
      long bytes = OPERATIONS * point.bytes;
      assertEquals(Status.PASSED, result.status(), strategy + ": " + result.reason());
      assertEquals(OPERATIONS, result.operations(), strategy);
      assertEquals(bytes, result.bytes(), strategy);
      long checked = strategy.equals("null") ? 0 : bytes;
      assertEquals(new PayloadSummary(checked, 0), result.payload(), strategy);
    });
  }

  @Test
  void theDevice_movesTheSameForAll() {
    long perCommand = machine.device().maxTransferBytes();
    long commands = OPERATIONS * Math.ceilDiv(point.bytes, perCommand);
    results.forEach((strategy, result) -> {
      assertEquals(0, count(result, "metadataReads"), strategy + ": warm-up read them all");
      assertEquals(result.bytes(), count(result, "dmaBytes"), strategy);
      assertEquals(commands, count(result, "interrupts"), strategy);
    });
  }

  /** Of a disk that depends on where its platters are by then. */
  @Test
  void aFlashDrive_takesTheSameTimeForAll() {
    if (machine.device().medium() instanceof MachineProfile.Medium.Flash) {
      long devicePs = total(results.get("null"), "device");
      assertTotal("device", result -> devicePs);
    }
  }

  // ---- floor and ceiling -----------------------------------------------------------------------

  @Test
  void theFloor_paysForNoCrossingAndNoData() {
    TrialResult floor = results.get("null");
    for (String category : List.of("trap", "copy", "map", "fault", "tlb", "messaging", "pin")) {
      assertEquals(0, total(floor, category), category);
    }
    for (String category : List.of("iommu", "touch")) {
      assertEquals(0, total(floor, category), category);
    }
  }

  /** Who pins once can be cheaper, and who copies: neither readies memory for each transfer. */
  @Test
  void theFloorIsBelowTheCeiling_andTheCeilingBelowReferring() {
    long floorPs = cpuPs("null");
    long ceilingPs = cpuPs("direct");
    assertTrue(floorPs <= ceilingPs, floorPs + " <= " + ceilingPs);
    for (String strategy : REFERRING) {
      long ps = cpuPs(strategy);
      assertTrue(ceilingPs <= ps, strategy + ": " + ceilingPs + " <= " + ps);
    }
  }

  // ----------------------------------------------------------------------------------------------

  private interface Expected {
    long ps(TrialResult result);
  }

  private void assertTotal(String category, Expected expected) {
    results.forEach(
        (strategy, result) -> assertEquals(expected.ps(result), total(result, category), strategy));
  }

  private long cpuPs(String strategy) {
    TrialResult result = results.get(strategy);
    return result.totalsPs().values().stream().mapToLong(ps -> ps).sum()
        - total(result, "dma")
        - total(result, "device")
        - total(result, "idle")
        - total(result, "queueing");
  }

  private static long total(TrialResult result, String category) {
    return result.totalsPs().get(category);
  }

  private static long count(TrialResult result, String counter) {
    return result.counters().get(counter);
  }
}
