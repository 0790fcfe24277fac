package org.portbench.hardware.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Four sets of two ways: pages 0, 4, 8, 12 share a set. */
class TlbTest {
  private final Tlb tlb = new Tlb(4, 2);
  private final AddressSpace kernel = new AddressSpace(AddressSpace.KERNEL_TAG, "kernel");
  private final AddressSpace one = new AddressSpace(1, "one");
  private final AddressSpace two = new AddressSpace(2, "two");

  @Test
  void missThenHit() {
    assertEquals(0, tlb.probe(one, 5));
    tlb.insert(one, 5, 77);
    assertEquals(77, tlb.probe(one, 5));
  }

  @Test
  void thirdPageOfASet_replacesTheLeastRecentlyUsed() {
    tlb.insert(one, 0, 10);
    tlb.insert(one, 4, 14);
    tlb.probe(one, 0);
    tlb.insert(one, 8, 18);
    assertEquals(10, tlb.probe(one, 0));
    assertEquals(0, tlb.probe(one, 4));
    assertEquals(18, tlb.probe(one, 8));
  }

  @Test
  void pagesOfOtherSets_doNotConflict() {
    for (int page = 0; page < 8; page++) {
      tlb.insert(one, page, 10 + page);
    }
    for (int page = 0; page < 8; page++) {
      assertEquals(10 + page, tlb.probe(one, page));
    }
  }

  @Test
  void insertingAgain_updatesInPlace() {
    tlb.insert(one, 0, 10);
    tlb.insert(one, 4, 14);
    tlb.insert(one, 0, 11);
    assertEquals(11, tlb.probe(one, 0));
    assertEquals(14, tlb.probe(one, 4));
  }

  @Test
  void tags_keepSpacesApart() {
    tlb.insert(one, 0, 10);
    tlb.insert(two, 0, 20);
    assertEquals(10, tlb.probe(one, 0));
    assertEquals(20, tlb.probe(two, 0));
    tlb.invalidate(one, 0);
    assertEquals(0, tlb.probe(one, 0));
    assertEquals(20, tlb.probe(two, 0));
  }

  @Test
  void invalidatedPlace_isTakenBeforeAUsedOne() {
    tlb.insert(one, 0, 10);
    tlb.insert(one, 4, 14);
    tlb.invalidate(one, 4);
    tlb.insert(one, 8, 18);
    assertEquals(10, tlb.probe(one, 0));
    assertEquals(18, tlb.probe(one, 8));
  }

  @Test
  void invalidatedRun_isGone_andNothingElse() {
    for (int page = 0; page < 8; page++) {
      tlb.insert(page == 4 ? two : one, page, 10 + page);
    }
    tlb.invalidate(one, 3, 1_000_000);
    assertEquals(12, tlb.probe(one, 2));
    assertEquals(0, tlb.probe(one, 3));
    assertEquals(14, tlb.probe(two, 4));
    assertEquals(0, tlb.probe(one, 7));
  }

  @Test
  void flushNonGlobal_keepsTheKernelsEntries() {
    tlb.insert(kernel, 1, 11);
    tlb.insert(one, 2, 12);
    tlb.insert(two, 3, 13);
    tlb.flushNonGlobal();
    assertEquals(11, tlb.probe(kernel, 1));
    assertEquals(0, tlb.probe(one, 2));
    assertEquals(0, tlb.probe(two, 3));
  }

  @Test
  void flushAll_keepsNothing() {
    tlb.insert(kernel, 1, 11);
    tlb.insert(one, 2, 12);
    tlb.flushAll();
    assertEquals(0, tlb.probe(kernel, 1));
    assertEquals(0, tlb.probe(one, 2));
  }
}
