package org.portbench.harness.vfs;

import java.util.BitSet;
import org.portbench.hardware.sim.RandomStream;

/**
 * How much of each file is in memory from the start, and stays there. It comes in extents, as
 * reading ahead leaves it: a 256th of the file, at least a page. Drawn page by page, hardly a
 * request of many pages would find all of them.
 *
 * @param percent of the extents of a file, to the nearest
 */
public record CachedShare(int percent, long seed) {
  private static final int EXTENTS = 256;

  /** Nothing is kept in memory. */
  public static final CachedShare NONE = new CachedShare(0, 0);

  public boolean none() {
    return percent == 0;
  }

  /** The pages of one file that are in memory, drawn from the seed. */
  BitSet pages(int file, int pageCount) {
    int extentPages = Math.max(1, Integer.highestOneBit(pageCount / EXTENTS));
    int extents = Math.ceilDiv(pageCount, extentPages);
    int[] order = new int[extents];
    for (int i = 0; i < extents; i++) {
      order[i] = i;
    }
    RandomStream random = new RandomStream(seed, "cached/" + file);
    BitSet pages = new BitSet(pageCount);
    int wanted = (int) (((long) extents * percent + 50) / 100);
    for (int i = 0; i < wanted; i++) {
      int drawn = i + (int) random.below(extents - i);
      int extent = order[drawn];
      order[drawn] = order[i];
      int first = extent * extentPages;
      pages.set(first, Math.min(pageCount, first + extentPages));
    }
    return pages;
  }
}
