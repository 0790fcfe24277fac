package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.memory.Frame;

/** How long chains of shadows get, and when they become shorter. */
class ShadowChainsTest {
  private final VmBench bench = new VmBench();
  private final VmMap map = bench.vm.createMap("sender");

  /**
   * Nobody has the copy any more. Mach 3.0 copies the first of four pages all the same; then the
   * shadow takes over the other three, and the old first page is freed.
   */
  @Test
  void aSoleOwnerCopiesItsFirstPageOnly() {
    long page = bench.filled(map, 4);
    bench.copies.discard(bench.copyIn(map, page, 4));
    bench.charges.take();
    bench.write(map, page, 50);
    assertEquals(4096, bench.charges.of("COPY_BYTES"));
    assertEquals(1, bench.charges.of("OBJECT_COLLAPSE"));
    assertEquals(3, bench.charges.of("OBJECT_PAGE_MOVE"));
    assertEquals(1, bench.charges.of("PAGE_FREE"));
    bench.charges.take();
    bench.write(map, page + 1, 51);
    assertEquals(1, bench.charges.of("PROTECTION_FAULT"));
    assertEquals(0, bench.charges.of("COPY_BYTES"));
    assertEquals(4, bench.frames());
    assertEquals(0, bench.chain(map, page));
  }

  @Test
  void aSoleOwnerWritesInPlaceWhereShadowsAreSkipped() {
    VmBench skipping = new VmBench(true);
    VmMap own = skipping.vm.createMap("sender");
    long page = skipping.filled(own, 4);
    skipping.copies.discard(skipping.copyIn(own, page, 4));
    skipping.charges.take();
    skipping.write(own, page, 50);
    assertEquals(1, skipping.charges.of("PROTECTION_FAULT"));
    assertEquals(0, skipping.charges.of("OBJECT_CREATE"));
    assertEquals(0, skipping.charges.of("COPY_BYTES"));
  }

  @Test
  void aShadowIsNotSkippedWhileTheCopyIsOut() {
    VmBench skipping = new VmBench(true);
    VmMap own = skipping.vm.createMap("sender");
    VmMap other = skipping.vm.createMap("receiver");
    long page = skipping.filled(own, 2);
    long copy = skipping.copyOut(skipping.copyIn(own, page, 2), other);
    skipping.write(own, page, 50);
    assertTrue(skipping.holds(other, copy, 1));
  }

  @Test
  void sendingAndRewritingAgainAndAgainDoesNotMakeTheChainGrow() {
    long page = bench.filled(map, 3);
    for (int round = 0; round < 100; round++) {
      VmMapCopy copy = bench.copyIn(map, page, 3);
      bench.copies.discard(copy);
      bench.write(map, page + round % 3, 1000 + round);
      assertEquals(0, bench.chain(map, page));
    }
    assertEquals(3, bench.frames());
    assertEquals(1, bench.vm.liveObjects());
  }

  /** Each rewritten object hides the one before it, which its receiver still has. */
  @Test
  void rewritingAllWhileFiveCopiesAreOutPassesByWhatIsHidden() {
    long page = bench.filled(map, 3);
    ArrayDeque<VmMapCopy> out = new ArrayDeque<>();
    for (int round = 0; round < 100; round++) {
      out.add(bench.copyIn(map, page, 3));
      for (int i = 0; i < 3; i++) {
        bench.write(map, page + i, 1000 + round);
      }
      assertEquals(0, bench.chain(map, page));
      if (out.size() > 5) {
        bench.copies.discard(out.remove());
      }
    }
    assertEquals(6, bench.vm.liveObjects());
    assertEquals(18, bench.frames());
  }

  /**
   * Each time another page is written, so that no object is hidden: one shadow for each copy out.
   */
  @Test
  void theChainIsAsLongAsThereAreCopiesOutAndCollapsesWhenTheyAreGone() {
    long page = bench.filled(map, 8);
    ArrayDeque<VmMapCopy> out = new ArrayDeque<>();
    for (int round = 0; round < 5; round++) {
      out.add(bench.copyIn(map, page, 8));
      bench.write(map, page + round, 1000 + round);
      assertEquals(round + 1, bench.chain(map, page));
    }
    out.forEach(bench.copies::discard);
    bench.write(map, page + 7, 2000);
    assertTrue(bench.holds(map, page + 4, 1004));
    bench.copies.discard(bench.copyIn(map, page, 8));
    bench.write(map, page + 6, 2001);
    assertEquals(0, bench.chain(map, page));
    for (int i = 0; i < 5; i++) {
      assertTrue(bench.holds(map, page + i, 1000 + i));
    }
    assertTrue(bench.holds(map, page + 5, 6));
    assertEquals(8, bench.frames());
  }

  /** Two pages of six are copied and rewritten: the shadow covers these two, from offset 2 on. */
  @Test
  void aShadowOfAPartCoversThePartOnly() {
    long page = bench.filled(map, 6);
    VmMapCopy copy = bench.copyIn(map, page + 2, 2);
    bench.write(map, page + 3, 70);
    VmMapEntry entry = map.lookup(page + 2);
    assertEquals(2, entry.object().pageCount());
    assertEquals(1, entry.objectPage(page + 3));
    assertTrue(bench.holds(map, page + 2, 3));
    assertTrue(bench.holds(map, page + 3, 70));
    bench.copies.discard(copy);
    map.remove(page, 6);
    assertEquals(0, bench.frames());
    assertEquals(0, bench.vm.liveObjects());
    assertEquals(0, bench.vm.liveEntries());
  }

  @Test
  void aDeviceFindsPagesAlongTheChainAndGetsItsOwnToWrite() {
    long page = bench.filled(map, 2);
    VmMapCopy copy = bench.copyIn(map, page, 2);
    bench.write(map, page, 50);
    VmObject shadow = map.lookup(page).object();
    Frame behind = bench.frame(bench.vm.page(shadow, 1, Access.READ));
    assertTrue(behind.matches(0, VmBench.PAGE, 2, 0));
    Frame own = bench.frame(bench.vm.page(shadow, 1, Access.WRITE));
    own.fill(0, VmBench.PAGE, 60, 0);
    assertTrue(behind.matches(0, VmBench.PAGE, 2, 0));
    bench.copies.discard(copy);
  }
}
