package org.portbench.harness.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class CachedShareTest {

  /** 65,536 pages are 256 extents of 256. */
  @Test
  void theShareIsKept_byWholeExtents() {
    for (int percent : new int[] {1, 25, 50, 75, 99}) {
      BitSet pages = new CachedShare(percent, 1).pages(0, 65_536);
      int extents = Math.round(256 * percent / 100f);
      assertEquals(256 * extents, pages.cardinality());
      for (int page = 0; page < 65_536; page++) {
        assertEquals(pages.get(page / 256 * 256), pages.get(page));
      }
    }
  }

  @Test
  void nothingAndEverythingAreJustThat() {
    for (int pageCount : new int[] {1, 5, 255, 256, 1000, 70_001}) {
      assertEquals(0, new CachedShare(0, 1).pages(0, pageCount).cardinality());
      assertEquals(pageCount, new CachedShare(100, 1).pages(0, pageCount).cardinality());
    }
  }

  @Test
  void theSeedAndTheFileDrawThePages_nothingElse() {
    BitSet pages = new CachedShare(50, 1).pages(3, 1000);
    assertEquals(pages, new CachedShare(50, 1).pages(3, 1000));
    assertNotEquals(pages, new CachedShare(50, 2).pages(3, 1000));
    assertNotEquals(pages, new CachedShare(50, 1).pages(4, 1000));
  }
}
