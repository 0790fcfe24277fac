package org.portbench.hardware.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.mmu.AddressSpace;
import org.portbench.hardware.sim.EventQueue;

/** What a CPU's TLB keeps when spaces change, and when it pays for a flush it owes: 101 ps. */
class CoreTranslationTest {
  private final EventQueue events = new EventQueue();
  private final AddressSpace kernel = new AddressSpace(AddressSpace.KERNEL_TAG, "kernel");
  private final AddressSpace one = new AddressSpace(1, "one");
  private final AddressSpace two = new AddressSpace(2, "two");
  private final List<String> log = new ArrayList<>();
  private Meter meter;
  private Core core;

  private void boot(MachineProfile profile) {
    meter = new Meter(new Prices(profile));
    core = new Core(0, profile, meter, events);
  }

  private void fill() {
    core.load(one);
    core.tlb().insert(one, 1, 11);
    core.tlb().insert(kernel, 2, 12);
  }

  @Test
  void taggedTlb_keepsTheEntriesOfOtherSpaces() {
    boot(PrimeMachine.cores(1));
    fill();
    core.load(two);
    assertEquals(11, core.tlb().probe(one, 1));
    assertTrue(one.mayBeHeldOn(core.number()));
    assertTrue(two.mayBeHeldOn(core.number()));
    assertSame(two, core.loaded());
  }

  @Test
  void untaggedTlb_forgetsAllButTheKernelsWhenTheSpaceChanges() {
    boot(PrimeMachine.untagged(1));
    fill();
    core.load(two);
    assertEquals(0, core.tlb().probe(one, 1));
    assertEquals(12, core.tlb().probe(kernel, 2));
    assertFalse(one.mayBeHeldOn(core.number()));
    assertTrue(two.mayBeHeldOn(core.number()));
  }

  @Test
  void loadingTheSpaceThatIsLoaded_costsAnUntaggedTlbNothing() {
    boot(PrimeMachine.untagged(1));
    fill();
    core.load(one);
    assertEquals(11, core.tlb().probe(one, 1));
  }

  @Test
  void spaceStaysLoadedOnAnIdleCpu() {
    boot(PrimeMachine.untagged(1));
    fill();
    core.enqueue(new Work("kernel work", 10, 0, meter, events, log), 0, false);
    finish();
    assertTrue(core.idle());
    assertSame(one, core.loaded());
    assertEquals(11, core.tlb().probe(one, 1));
  }

  @Test
  void spaceThatNeverRanHere_isNotHeld_theKernelsAlwaysIs() {
    boot(PrimeMachine.cores(1));
    assertFalse(one.mayBeHeldOn(core.number()));
    assertTrue(kernel.mayBeHeldOn(core.number()));
  }

  @Test
  void owedFlush_isPaidOnceByWhatRunsNext() {
    boot(PrimeMachine.cores(1));
    fill();
    core.load(two);
    core.oweFlush();
    core.oweFlush();
    core.enqueue(new Work("a", 1000, 0, meter, events, log), 0, false);
    core.enqueue(new Work("b", 1000, 0, meter, events, log), 0, false);
    finish();
    assertEquals(
        List.of("a runs at 503", "a ends at 1604", "b runs at 1604", "b ends at 2604"), log);
    assertEquals(101, meter.totalPs(Category.TLB));
    assertEquals(0, core.tlb().probe(one, 1));
    assertEquals(0, core.tlb().probe(kernel, 2));
    assertFalse(one.mayBeHeldOn(core.number()), "gone with the flush");
    assertTrue(two.mayBeHeldOn(core.number()), "still loaded");
  }

  private void finish() {
    while (events.runNext()) {}
  }
}
