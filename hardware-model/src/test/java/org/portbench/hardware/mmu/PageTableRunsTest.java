package org.portbench.hardware.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.sim.RandomStream;

/** Runs that are mapped, read and compared at once, against the entries of their pages. */
class PageTableRunsTest {
  private static final int PAGES = 1_700;
  private static final int LEAF = 512;
  private static final int UNTOUCHED = -7;

  private final PageTable table = new PageTable();
  private final PageTable byPage = new PageTable();

  private int overLeafEnds;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20030716})
  void runs_areWhatTheirPagesAre(long seed) {
    RandomStream random = new RandomStream(seed, "runs of pages");
    for (int i = 0; i < 3_000; i++) {
      String where = "seed " + seed + ", run " + i;
      long first = first(random);
      int pages = (int) random.below(random.below(4) == 0 ? 600 : 20);
      switch ((int) random.below(8)) {
        case 0, 1 -> mapRun(random, first, pages);
        case 2 -> unmap(first, (int) random.below(2));
        case 3 -> protect(first, (int) random.below(2));
        case 4 -> readFrames(first, pages, where);
        case 5 -> readEntries(first, pages, false, where);
        case 6 -> readEntries(first, pages, true, where);
        default -> alike(random, first, pages, where);
      }
      assertEquals(byPage.presentEntries(), table.presentEntries(), where);
    }
    for (long page = 0; page < 2 * PAGES; page++) {
      assertEquals(byPage.entry(page), table.entry(page), "seed " + seed + ", page " + page);
    }
    assertTrue(overLeafEnds > 100, overLeafEnds + " runs were read over the end of a leaf");
  }

  /** Half of them near the end of a leaf. */
  private static long first(RandomStream random) {
    long near = LEAF * (1 + random.below(3)) - random.below(8);
    return random.below(2) == 0 ? near : random.below(PAGES);
  }

  private void mapRun(RandomStream random, long first, int pages) {
    int from = (int) random.below(5);
    int[] frames = new int[from + pages + 3];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = (int) random.below(1 << 24);
    }
    boolean writable = random.below(8) > 0;
    table.mapRun(first, frames, from, pages, writable);
    for (int i = 0; i < pages; i++) {
      byPage.map(first + i, frames[from + i], writable);
    }
  }

  private void unmap(long first, int pages) {
    table.unmapRange(first, pages);
    for (int i = 0; i < pages; i++) {
      byPage.unmap(first + i);
    }
  }

  private void protect(long first, int pages) {
    table.protectRange(first, pages);
    for (int i = 0; i < pages; i++) {
      byPage.protect(first + i);
    }
  }

  private void readFrames(long first, int pages, String where) {
    int[] frames = new int[pages + 1];
    Arrays.fill(frames, UNTOUCHED);
    int read = table.readRun(first, pages, frames);
    int expected = leading(first, pages, false);
    assertEquals(expected, read, where);
    for (int i = 0; i < read; i++) {
      assertEquals(PageTable.frame(byPage.entry(first + i)), frames[i], where + ", page " + i);
    }
    assertEquals(UNTOUCHED, frames[read], where);
  }

  private void readEntries(long first, int pages, boolean toWrite, String where) {
    long[] entries = new long[pages + 1];
    Arrays.fill(entries, UNTOUCHED);
    int read = table.readRun(first, pages, PageTable.neededBits(toWrite), entries);
    assertEquals(leading(first, pages, toWrite), read, where);
    for (int i = 0; i < read; i++) {
      assertEquals(byPage.entry(first + i), entries[i], where + ", page " + i);
    }
    long after = read < pages ? byPage.entry(first + read) : UNTOUCHED;
    assertEquals(after, entries[read], where + ": what ended the run follows it");
  }

  private int leading(long first, int pages, boolean toWrite) {
    int leading = 0;
    while (leading < pages && allows(byPage.entry(first + leading), toWrite)) {
      leading++;
    }
    overLeafEnds += leading > LEAF - first % LEAF ? 1 : 0;
    return leading;
  }

  private static boolean allows(long entry, boolean toWrite) {
    return toWrite ? PageTable.writable(entry) : PageTable.present(entry);
  }

  private void alike(RandomStream random, long first, int pages, String where) {
    long[] entries = new long[pages];
    for (int i = 0; i < pages; i++) {
      entries[i] = byPage.entry(first + i);
    }
    assertEquals(pages, table.alike(first, pages, entries), where);
    if (pages > 0) {
      int other = (int) random.below(pages);
      entries[other] ^= 1L << random.below(24);
      assertEquals(other, table.alike(first, pages, entries), where);
    }
  }
}
