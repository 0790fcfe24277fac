package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.memory.Content;

/** Faults and translations. */
class PageFaultsTest {
  private final VmBench bench = new VmBench();
  private final VmMap map = bench.vm.createMap("task");

  @Test
  void theFirstTouchFillsWithZeroes() {
    long page = map.enter(bench.vm.createObject(2), 0, 2, true);
    bench.charges.take();
    assertTrue(bench.holds(map, page, Content.ZERO));
    assertEquals(
        Map.of("TLB_MISS", 1L, "SOFT_FAULT", 1L, "PAGE_ALLOCATE", 1L, "ZERO_BYTES", 4096L),
        bench.charges.take());
    assertEquals(1, bench.count(Counter.ZERO_FILL_FAULTS));
    bench.write(map, page, 5);
    assertEquals(Map.of(), bench.charges.take(), "the translation allows writing already");
  }

  @Test
  void aPageThatIsThereCostsAFaultAndNothingElse() {
    VmMap other = bench.vm.createMap("other");
    long page = bench.filled(map, 1);
    long copy = bench.copyOut(bench.copyIn(map, page, 1), other);
    bench.vm.cpu().load(other.space());
    bench.charges.take();
    assertTrue(bench.holds(other, copy, 1));
    assertEquals(Map.of("TLB_MISS", 1L, "SOFT_FAULT", 1L), bench.charges.take());
    assertEquals(1, bench.count(Counter.SOFT_FAULTS));
  }

  @Test
  void whatIsNotMappedOrNotWritableFaults() {
    long page = map.enter(bench.vm.createObject(1), 0, 1, false);
    bench.access(map, page, Access.READ);
    bench.charges.take();
    assertThrows(AddressFault.class, () -> bench.access(map, page, Access.WRITE));
    assertThrows(AddressFault.class, () -> bench.access(map, page + 1, Access.READ));
    assertEquals(0, bench.charges.of("PROTECTION_FAULT"));
  }

  /** The kernel makes the page accessible itself: no trap, no TLB. */
  @Test
  void theKernelFaultsForATaskWithoutATrap() {
    long page = map.enter(bench.vm.createObject(1), 0, 1, true);
    bench.charges.take();
    bench.faults.resident(map, page, Access.WRITE);
    assertEquals(1, bench.charges.of("KERNEL_FAULT"));
    assertEquals(0, bench.charges.of("SOFT_FAULT"));
    assertEquals(0, bench.charges.of("TLB_MISS"));
    bench.charges.take();
    bench.faults.resident(map, page, Access.WRITE);
    assertEquals(Map.of("PAGE_LOOKUP", 1L), bench.charges.take());
  }

  /** The page table changes, and nobody tells the TLB. */
  @Test
  void aTranslationThatOutlivedItsWithdrawalIsNoticed() {
    long page = bench.filled(map, 2);
    map.space().pageTable().unmap(page);
    assertThrows(IllegalStateException.class, () -> bench.access(map, page, Access.READ));
    map.space().pageTable().protect(page + 1);
    assertThrows(IllegalStateException.class, () -> bench.access(map, page + 1, Access.WRITE));
  }

  @Test
  void aHeldPageOutlivesItsObjectUntilItIsLetGo() {
    VmObject object = bench.vm.createObject(2);
    int held = bench.vm.allocate(object, 0);
    bench.vm.allocate(object, 1);
    bench.vm.hold(held);
    bench.vm.hold(held);
    bench.vm.release(object);
    assertEquals(1, bench.frames());
    bench.vm.unhold(held);
    assertEquals(1, bench.frames());
    bench.vm.unhold(held);
    assertEquals(0, bench.frames());
    assertEquals(0, bench.vm.holds());
    assertEquals(0, bench.vm.liveObjects());
  }

  @Test
  void aReferenceCannotBeDroppedTwice() {
    VmObject object = bench.vm.createObject(1);
    bench.vm.release(object);
    assertThrows(IllegalStateException.class, () -> bench.vm.release(object));
    assertThrows(IllegalStateException.class, () -> bench.vm.reference(object));
  }

  /** Three entries written, three withdrawn again and invalidated. */
  @Test
  void kernelMappingsComeAndGoByThePage() {
    KernelMappings mappings = new KernelMappings(bench.vm);
    VmObject object = bench.vm.createObject(3);
    int[] pages = {page(object, 0), page(object, 1), page(object, 2)};
    bench.charges.take();
    int first = mappings.map(pages, 3);
    assertEquals(Map.of("MAP_FIND_SPACE", 1L, "PTE_WRITE", 3L), bench.charges.take());
    int second = mappings.map(pages, 3);
    assertEquals(6, mappings.mappedPages());
    assertTrue(second >= first + 3);
    bench.charges.take();
    mappings.unmap(first, 3);
    assertEquals(Map.of("PTE_WRITE", 3L, "TLB_INVALIDATE", 3L), bench.charges.take());
    assertThrows(IllegalStateException.class, () -> mappings.unmap(first, 3));
    mappings.unmap(second, 3);
    assertEquals(0, mappings.mappedPages());
  }

  private int page(VmObject object, int index) {
    return bench.vm.allocate(object, index);
  }
}
