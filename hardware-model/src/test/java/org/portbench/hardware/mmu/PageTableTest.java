package org.portbench.hardware.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.sim.RandomStream;

class PageTableTest {
  private final PageTable table = new PageTable();

  @Test
  void emptyTable_hasNothingPresent() {
    assertFalse(PageTable.present(table.entry(0)));
    assertFalse(PageTable.present(table.entry(1L << 40)));
    assertEquals(0, table.presentEntries());
  }

  @Test
  void entry_holdsFrameAndRights() {
    table.map(7, 1 << 24, true);
    table.map(8, 0, false);
    assertTrue(PageTable.present(table.entry(7)));
    assertTrue(PageTable.writable(table.entry(7)));
    assertEquals(1 << 24, PageTable.frame(table.entry(7)));
    assertTrue(PageTable.present(table.entry(8)), "frame 0, read-only, is present");
    assertFalse(PageTable.writable(table.entry(8)));
  }

  @Test
  void unmapping_tellsWhetherAnythingWasThere() {
    table.map(600, 5, true);
    assertTrue(table.unmap(600));
    assertFalse(table.unmap(600));
    assertFalse(table.unmap(1L << 30));
    assertEquals(0, table.presentEntries());
  }

  @Test
  void protecting_takesWriteAwayOnceAndKeepsTheFrame() {
    table.map(3, 5, true);
    assertTrue(table.protect(3));
    assertFalse(table.protect(3));
    assertFalse(table.protect(4));
    assertEquals(5, PageTable.frame(table.entry(3)));
    assertEquals(1, table.presentEntries());
  }

  @Test
  void mappedRun_replacesWhatWasThere_overTheEndOfALeaf() {
    table.map(510, 99, false);
    table.mapRun(509, new int[] {7, 8, 9, 10, 11}, 0, 4, true);
    assertEquals(4, table.presentEntries());
    for (int i = 0; i < 4; i++) {
      assertEquals(7 + i, PageTable.frame(table.entry(509 + i)));
      assertTrue(PageTable.writable(table.entry(509 + i)));
    }
    assertFalse(PageTable.present(table.entry(513)));
  }

  @Test
  void leafThatWasLeftEmpty_isEmptyForOtherPagesToo() {
    table.mapRun(100, new int[] {0, 1, 2, 3}, 1, 3, true);
    assertEquals(3, table.unmapRange(0, 2_000));
    table.map(5_000, 4, true);
    assertEquals(1, table.presentIn(4_608, 512));
    assertEquals(0, table.presentIn(0, 512));
    table.map(100, 5, false);
    assertEquals(1, table.presentIn(4_608, 512));
    assertEquals(5, PageTable.frame(table.entry(100)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20030716})
  void runs_areWhatTheirPagesAre(long seed) {
    RandomStream random = new RandomStream(seed, "runs");
    PageTable byPage = new PageTable();
    for (int i = 0; i < 2_000; i++) {
      long first = random.below(2_500);
      int pages = (int) random.below(1_200);
      int mapped = 0;
      int writable = 0;
      int unmapped = 0;
      for (long page = first; page < first + pages; page++) {
        mapped += PageTable.present(byPage.entry(page)) ? 1 : 0;
        if (i % 4 == 0) {
          writable += byPage.protect(page) ? 1 : 0;
        } else if (i % 4 == 1) {
          unmapped += byPage.unmap(page) ? 1 : 0;
        } else if (random.below(3) == 0) {
          byPage.map(page, i, true);
          table.map(page, i, true);
        }
      }
      if (i % 4 < 2) {
        assertEquals(mapped, table.presentIn(first, pages), "seed " + seed);
        assertEquals(writable, i % 4 == 0 ? table.protectRange(first, pages) : 0, "seed " + seed);
        assertEquals(unmapped, i % 4 == 1 ? table.unmapRange(first, pages) : 0, "seed " + seed);
      }
      assertEquals(byPage.presentEntries(), table.presentEntries(), "seed " + seed);
    }
    for (long page = 0; page < 4_000; page++) {
      assertEquals(byPage.entry(page), table.entry(page), "seed " + seed + ", page " + page);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20030716})
  void randomUse_agreesWithAMap(long seed) {
    RandomStream random = new RandomStream(seed, "pages");
    Map<Long, Integer> oracle = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      long page = random.below(4) * 100_000 + random.below(600);
      if (random.below(2) == 0) {
        int frame = (int) random.below(1 << 20);
        table.map(page, frame, true);
        oracle.put(page, frame);
      } else {
        assertEquals(oracle.remove(page) != null, table.unmap(page), "seed " + seed);
      }
      assertEquals(oracle.size(), table.presentEntries(), "seed " + seed);
    }
    oracle.forEach((page, frame) -> assertEquals(frame, PageTable.frame(table.entry(page))));
  }
}
