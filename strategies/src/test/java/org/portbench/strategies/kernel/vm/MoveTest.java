package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Copies whose source goes. */
class MoveTest {
  private final VmBench bench = new VmBench();
  private final VmMap sender = bench.vm.createMap("sender");
  private final VmMap receiver = bench.vm.createMap("receiver");

  /** Three translations withdrawn in one round, one entry changes hands, no page is copied. */
  @Test
  void theSourceIsUnmappedAndTheReceiverWritesInPlace() {
    long page = bench.filled(sender, 3);
    VmMapCopy copy = bench.moveIn(sender, page, 3);
    assertEquals(3, bench.charges.of("PTE_WRITE"));
    assertEquals(1, bench.charges.of("MAP_ENTRY_INSERT"));
    assertEquals(1, bench.charges.of("MAP_ENTRY_REMOVE"));
    assertThrows(AddressFault.class, () -> bench.access(sender, page, Access.READ));
    long at = bench.copyOut(copy, receiver);
    bench.write(receiver, at, 50);
    assertEquals(0, bench.charges.of("COPY_BYTES"));
    assertTrue(bench.holds(receiver, at, 50));
    assertTrue(bench.holds(receiver, at + 2, 3));
  }

  @Test
  void bytesBesideAnUnalignedRangeGoWithTheirPages() {
    long page = bench.filled(sender, 3);
    bench.copies.discard(bench.copies.moveIn(sender, page * VmBench.PAGE + 100, VmBench.PAGE));
    assertThrows(AddressFault.class, () -> bench.access(sender, page, Access.READ));
    assertThrows(AddressFault.class, () -> bench.access(sender, page + 1, Access.READ));
    assertTrue(bench.holds(sender, page + 2, 3));
  }

  @Test
  void aMoveThatFailsLeavesEverything() {
    long page = bench.filled(sender, 3);
    int entries = bench.vm.liveEntries();
    assertThrows(AddressFault.class, () -> bench.moveIn(sender, page + 1, 5));
    assertEquals(entries, bench.vm.liveEntries());
    assertEquals(1, sender.entryCount());
    for (int i = 0; i < 3; i++) {
      assertTrue(bench.holds(sender, page + i, i + 1));
    }
  }

  @Test
  void aCopyThatFailsLeavesEverything() {
    long page = bench.filled(sender, 3);
    assertThrows(AddressFault.class, () -> bench.copyIn(sender, page + 1, 5));
    assertEquals(1, sender.entryCount());
    bench.charges.take();
    bench.write(sender, page + 1, 60);
    assertEquals(0, bench.charges.of("PROTECTION_FAULT"));
  }

  @Test
  void movedOnFromACopyItIsStillACopy() {
    VmMap third = bench.vm.createMap("third");
    long page = bench.filled(sender, 1);
    long at = bench.copyOut(bench.copyIn(sender, page, 1), receiver);
    long next = bench.copyOut(bench.moveIn(receiver, at, 1), third);
    bench.write(third, next, 80);
    assertTrue(bench.holds(sender, page, 1));
  }
}
