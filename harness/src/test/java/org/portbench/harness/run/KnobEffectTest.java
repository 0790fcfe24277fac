package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/**
 * Knobs and mechanisms act where they must: all that differs, in picoseconds of a category or as a
 * count, between two cells of twenty operations on the server of 2024 that differ in one knob.
 */
final class KnobEffectTest {
  private static final int PAGE = 4096;
  private static final long OPERATIONS = 20;
  private static final long NS = 1000;
  private static final Operation.Kind READ = Operation.Kind.READ;
  private static final Operation.Kind WRITE = Operation.Kind.WRITE;
  private static final MachineProfile SERVER = MachineProfiles.builtIn("server-2024");
  private static final StackSpec DATA = StackSpec.user(2, Touch.DATA);
  private static final StackSpec EIGHT = StackSpec.PLAIN.with(StackKnob.ACTIVE_CPUS, 8);

  private final Strategies known = new Strategies(getClass().getClassLoader());

  /**
   * Two layers: a request passes two borders between tasks, the reply as many. Each of these four
   * times another space is loaded (100 ns), as it need not be on CPUs that run one task each; no
   * CPU is interrupted (200 ns) that is on its way for 1000 ns and out of idle for as many. Threads
   * are switched as often: a CPU that was idle had none loaded.
   */
  @Test
  void layersOnTheClientsCpu_switchSpacesAndInterruptNobody() {
    long crossings = 4 * OPERATIONS;
    StackSpec client = StackSpec.PLAIN.with(StackKnob.LAYER_CPU, "client");
    Map<String, Long> expected =
        Map.of(
            "switch", crossings * 100 * NS,
            "wakeup", -crossings * 200 * NS,
            "idle", -crossings * 2000 * NS);
    assertEquals(expected, changed("vm-object", WRITE, 4 * PAGE, StackSpec.PLAIN, client));
  }

  /**
   * Each crossing becomes a handoff: a sleeping receiver on this CPU is next, without the queue.
   */
  @Test
  void layersOnTheClientsCpu_areHandedTheCpuByMach() {
    long crossings = 4 * OPERATIONS;
    StackSpec client = StackSpec.PLAIN.with(StackKnob.LAYER_CPU, "client");
    Map<String, Long> changed = changed("mach-3", WRITE, 4 * PAGE, StackSpec.PLAIN, client);
    assertEquals(crossings, changed.get("threadHandoffs"));
    assertEquals(-crossings, changed.get("contextSwitches"));
    assertEquals(-crossings, changed.get("wakeUps"));
  }

  /**
   * Three rounds a write, of one page: the client's is replaced when it rewrites it, protected when
   * it sends it, and taken out of the kernel's map when it is on the medium. Each of six CPUs more
   * is sent an interrupt (200 ns), takes it (800 ns) and invalidates an entry (135 ns); the
   * initiator waits for all at once.
   */
  @Test
  void eachActiveCpu_isInterruptedByEachShootdown() {
    long rounds = 3 * OPERATIONS;
    StackSpec two = StackSpec.PLAIN.with(StackKnob.ACTIVE_CPUS, 2);
    assertEquals(0, write("mach-3", StackSpec.PLAIN).counters().get("tlbShootdowns"));
    assertEquals(rounds, write("mach-3", two).counters().get("tlbShootdowns"));
    assertEquals(
        Map.of("tlb", 6 * rounds * (200 + 800 + 135) * NS),
        changed("mach-3", WRITE, PAGE, two, EIGHT));
  }

  @Test
  void activeCpus_costNothingWhereNoTranslationIsWithdrawn() {
    assertEquals(Map.of(), changed("vm-object", WRITE, 4 * PAGE, StackSpec.PLAIN, EIGHT));
  }

  @Test
  void touchingNoRequest_isTouchingNothing() {
    StackSpec none = DATA.with(StackKnob.TOUCH_SHARE, 0);
    for (String strategy : new String[] {"copy", "vm-object", "mach-3"}) {
      assertEquals(Map.of(), changed(strategy, WRITE, 4 * PAGE, StackSpec.PLAIN, none), strategy);
      long elapsedPs = write(strategy, StackSpec.PLAIN).elapsedPs();
      assertEquals(elapsedPs, write(strategy, none).elapsedPs(), strategy);
    }
  }

  /** Which requests are looked at is drawn; of twenty, neither none nor all are. */
  @Test
  void touchingAQuarter_liesBetweenNoneAndAll() {
    long none = touched(DATA.with(StackKnob.TOUCH_SHARE, 0));
    long quarter = touched(DATA.with(StackKnob.TOUCH_SHARE, 25));
    long all = touched(DATA);
    assertTrue(none < quarter && quarter < all, none + " < " + quarter + " < " + all);
    assertEquals(0, (quarter - none) % (2 * PAGE), "two layers look at whole requests");
  }

  /**
   * With tags nothing misses: all buffers stay mapped and fit. Without, each space that is loaded
   * starts with none: the pages of the client and of both layers, and two of the file's metadata,
   * its inode and a block of addresses: no write is within the twelve blocks that the inode names.
   */
  @Test
  void withoutTags_eachSpaceMissesAllItsPagesAgain() {
    StackSpec client = DATA.with(StackKnob.LAYER_CPU, "client");
    for (int pages : new int[] {1, 4}) {
      assertEquals(0, run("copy", WRITE, pages * PAGE, client).counters().get("tlbMisses"));
      long misses = (3 * pages + 2) * OPERATIONS;
      assertEquals(
          Map.of("tlbMisses", misses, "tlb", misses * 10 * NS),
          without("tags", "copy", WRITE, pages * PAGE, client));
    }
  }

  /** Both layers of the kernel find and hold four pages, show them to themselves and hide them. */
  @Test
  void withoutADirectMap_theKernelMapsWhatItLooksAt() {
    Map<String, Long> changed =
        new TreeMap<>(without("direct-map", "vm-object", WRITE, 4 * PAGE, DATA.inKernel()));
    assertTrue(changed.remove("map") > 0, "entries written");
    assertTrue(changed.remove("pin") > 0, "pages held");
    long pages = 2 * 4 * OPERATIONS;
    assertEquals(
        Map.of("pteWrites", 2 * pages, "pagesPinned", pages, "tlb", pages * 135 * NS), changed);
  }

  @Test
  void withoutTlbMisses_theyAreAsManyAndFree() {
    long misses = run("mach-3", WRITE, PAGE, DATA).counters().get("tlbMisses");
    assertTrue(misses > 0);
    assertEquals(
        Map.of("tlb", -misses * 10 * NS), without("tlb-misses", "mach-3", WRITE, PAGE, DATA));
  }

  /**
   * Three rounds a write with seven CPUs: each interrupted as above, and waited for once (1000 ns
   * on its way, 800 and 135 to be handled, 3100 for the rest). Nor does who idles while the
   * kernel's map changes, the client and the layer above the file system, flush (150 ns) on waking.
   */
  @Test
  void withoutShootdowns_nobodyIsInterruptedOrWaitedFor() {
    long rounds = 3 * OPERATIONS;
    long interruptNs = 7 * (200 + 800 + 135);
    long waitNs = 1000 + 800 + 135 + 3100;
    long flushesNs = 2 * OPERATIONS * 150;
    long savedPs = (rounds * (interruptNs + waitNs) + flushesNs) * NS;
    assertEquals(
        Map.of("tlbShootdowns", -rounds, "tlb", -savedPs),
        without("shootdowns", "mach-3", WRITE, PAGE, EIGHT));
  }

  /**
   * A page that the file system looked at can be written by it, so that a virtual copy protects it
   * first (an entry written and invalidated, 135 ns); layers above have it to be copied already.
   * Where it moves it is only taken away. More of the map's work is owed for looking entries up
   * again and for references that a move hands on.
   */
  @Test
  void withoutMoves_whatIsGivenUpIsCopiedVirtually() {
    for (int layers = 1; layers <= 3; layers++) {
      StackSpec stack = StackSpec.user(layers, Touch.DATA);
      Map<String, Long> changed = new TreeMap<>(without("moves", "mach-3", READ, PAGE, stack));
      assertTrue(changed.remove("map") > 0, "look-ups and references");
      assertEquals(Map.of("pteWrites", OPERATIONS, "tlb", OPERATIONS * 135 * NS), changed);
    }
  }

  /**
   * Five pages, too many to be copied at once, rewritten before each send. The client is the only
   * one to show them by then, and writes in place. Without, its first write makes a shadow and
   * copies a page into it; that takes over the other four, which are written in place as before.
   */
  @Test
  void withoutShadowSkip_theFirstPageRewrittenIsCopied() {
    Map<String, Long> changed =
        new TreeMap<>(without("shadow-skip", "mach-xnu", WRITE, 5 * PAGE, StackSpec.PLAIN));
    for (String category : new String[] {"copy", "map", "tlb"}) {
      assertTrue(changed.remove(category) > 0, category);
    }
    Map<String, Long> expected =
        Map.of(
            "cowFaults", OPERATIONS,
            "protectionFaults", -OPERATIONS,
            "bytesCopied", OPERATIONS * PAGE,
            "pagesAllocated", OPERATIONS);
    assertEquals(expected, changed);
  }

  private long touched(StackSpec stack) {
    return write("vm-object", stack).counters().get("bytesTouched");
  }

  private SortedMap<String, Long> without(
      String mechanism, String strategy, Operation.Kind kind, int bytes, StackSpec stack) {
    return changed(strategy, kind, bytes, stack, stack.with(StackKnob.WITHOUT, mechanism));
  }

  /** By how much each category and counter is more under the second stack, or less. */
  private SortedMap<String, Long> changed(
      String strategy, Operation.Kind kind, int bytes, StackSpec from, StackSpec to) {
    TrialResult before = run(strategy, kind, bytes, from);
    TrialResult after = run(strategy, kind, bytes, to);
    SortedMap<String, Long> changed = new TreeMap<>();
    after.totalsPs().forEach((name, ps) -> changed.put(name, ps - before.totalsPs().get(name)));
    after.counters().forEach((name, n) -> changed.put(name, n - before.counters().get(name)));
    changed.values().removeIf(difference -> difference == 0);
    return changed;
  }

  private TrialResult write(String strategy, StackSpec stack) {
    return run(strategy, WRITE, PAGE, stack);
  }

  private TrialResult run(String strategy, Operation.Kind kind, int bytes, StackSpec stack) {
    SmallLoad load = SmallLoad.oneAtATime(kind, bytes);
    Cell cell = new Cell(SERVER, stack, load.workload(), strategy, 7, OPERATIONS);
    TrialResult result = new Trial(cell, known.create(strategy)).run();
    assertTrue(result.passed(), result::reason);
    return result;
  }
}
