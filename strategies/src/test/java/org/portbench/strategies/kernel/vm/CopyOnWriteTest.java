package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Virtual copies, page by page: what each side sees, and what is charged for it. */
class CopyOnWriteTest {
  private final VmBench bench = new VmBench();
  private final VmMap sender = bench.vm.createMap("sender");
  private final VmMap receiver = bench.vm.createMap("receiver");

  /**
   * One entry, two pages that could be written: one part made, two entries protected in a round.
   */
  @Test
  void aCopyCostsByTheEntryAndProtectsWhatCouldBeWritten() {
    long page = bench.filled(sender, 2);
    bench.copyIn(sender, page, 2);
    assertEquals(
        Map.of(
            "MAP_LOOKUP", 1L,
            "MAP_ENTRY_INSERT", 1L,
            "OBJECT_REFERENCE", 1L,
            "PTE_WRITE", 2L,
            "TLB_INVALIDATE", 2L),
        bench.charges.take());
  }

  @Test
  void whatTheReceiverGetsIsLinkedWithoutATranslation() {
    VmMapCopy copy = bench.copyIn(sender, bench.filled(sender, 2), 2);
    bench.charges.take();
    long page = bench.copyOut(copy, receiver);
    assertEquals(Map.of("MAP_FIND_SPACE", 1L), bench.charges.take());
    assertEquals(0, receiver.translation(page));
  }

  @Test
  void sendingTheSameMemoryAgainTouchesNoTranslation() {
    long page = bench.filled(sender, 4);
    bench.copies.discard(bench.copyIn(sender, page, 4));
    bench.charges.take();
    bench.copyIn(sender, page, 4);
    assertEquals(
        Map.of("MAP_LOOKUP", 1L, "MAP_ENTRY_INSERT", 1L, "OBJECT_REFERENCE", 1L),
        bench.charges.take());
  }

  /**
   * The sender writes one of two pages that the receiver still has. The fault makes a shadow, finds
   * the page behind it (1 look), copies it, and then looks whether the shadow hides the object
   * behind: page 0 it does, page 1 it does not (2 looks).
   */
  @Test
  void theSendersWriteGoesToAShadow() {
    long page = bench.filled(sender, 2);
    long copy = bench.copyOut(bench.copyIn(sender, page, 2), receiver);
    assertTrue(bench.holds(receiver, copy, 1));
    bench.vm.cpu().load(sender.space());
    bench.charges.take();
    bench.write(sender, page, 99);
    assertEquals(
        Map.of(
            "TLB_MISS", 1L,
            "PROTECTION_FAULT", 1L,
            "OBJECT_CREATE", 1L,
            "PAGE_LOOKUP", 3L,
            "PAGE_ALLOCATE", 1L,
            "COPY_BYTES", 4096L,
            "TLB_INVALIDATE", 1L),
        bench.charges.take());
    assertTrue(bench.holds(sender, page, 99));
    assertTrue(bench.holds(receiver, copy, 1));
    assertTrue(bench.holds(receiver, copy + 1, 2));
  }

  @Test
  void theReceiversWriteNeverReachesTheSender() {
    long page = bench.filled(sender, 2);
    long copy = bench.copyOut(bench.copyIn(sender, page, 2), receiver);
    bench.write(receiver, copy + 1, 99);
    assertTrue(bench.holds(receiver, copy, 1));
    assertTrue(bench.holds(receiver, copy + 1, 99));
    assertTrue(bench.holds(sender, page + 1, 2));
  }

  @Test
  void twoReceiversAndTheSenderAllWriteApart() {
    VmMap third = bench.vm.createMap("third");
    long page = bench.filled(sender, 1);
    long first = bench.copyOut(bench.copyIn(sender, page, 1), receiver);
    long second = bench.copyOut(bench.copyIn(sender, page, 1), third);
    bench.write(receiver, first, 50);
    bench.write(sender, page, 60);
    bench.write(third, second, 70);
    assertTrue(bench.holds(receiver, first, 50));
    assertTrue(bench.holds(sender, page, 60));
    assertTrue(bench.holds(third, second, 70));
  }

  /**
   * Eight pages in one entry, three of them copied: two splits and a part, three pages protected.
   */
  @Test
  void aPartOfAnEntryIsSplitOff() {
    long page = bench.filled(sender, 8);
    VmMapCopy copy = bench.copyIn(sender, page + 2, 3);
    assertEquals(3, bench.charges.of("MAP_ENTRY_INSERT"));
    assertEquals(3, bench.charges.of("PTE_WRITE"));
    assertEquals(3, sender.entryCount());
    bench.charges.take();
    bench.write(sender, page + 1, 77);
    assertEquals(0, bench.charges.of("PROTECTION_FAULT"), "what was not copied is still writable");
    bench.write(sender, page + 3, 88);
    long at = bench.copyOut(copy, receiver);
    for (int i = 0; i < 3; i++) {
      assertTrue(bench.holds(receiver, at + i, 3 + i));
    }
  }

  /** Others write to a named object behind the map's back: three pages are copied at once. */
  @Test
  void whatOthersKnowByNameIsCopiedAtOnce() {
    long page = bench.filled(sender, 3);
    sender.lookup(page).object().name();
    long copy = bench.copyOut(bench.copyIn(sender, page, 3), receiver);
    assertEquals(3 * 4096, bench.charges.of("COPY_BYTES"));
    bench.write(sender, page, 99);
    assertTrue(bench.holds(receiver, copy, 1));
  }
}
