package org.portbench.hardware.mmu;

import java.util.Arrays;

/**
 * The translations of one address space: an entry for each page that is mapped, in leaves of 512.
 *
 * <pre>
 *   entry   63 ........... 8 | 1     | 0
 *           frame number     | write | present
 * </pre>
 */
public final class PageTable {
  private static final int LEAF_SHIFT = 9;
  private static final int LEAF_ENTRIES = 1 << LEAF_SHIFT;
  private static final int LEAF_MASK = LEAF_ENTRIES - 1;
  private static final long PRESENT = 1;
  private static final long WRITE = 2;
  private static final int FRAME_SHIFT = 8;

  /** Stands for every leaf that has no entries yet; nothing is ever written to it. */
  private static final long[] EMPTY = new long[LEAF_ENTRIES];

  private long[][] leaves = new long[0][];

  /** How many entries of each leaf are present; one that has none left is used for other pages. */
  private int[] presentIn = {};

  private long[][] spares = new long[4][];
  private int spareCount;
  private int present;
  private long walks;

  /** The entry of a page; 0 where nothing is mapped. */
  public long entry(long page) {
    return leafOf(page)[slot(page)];
  }

  public static boolean present(long entry) {
    return (entry & PRESENT) != 0;
  }

  public static boolean writable(long entry) {
    return (entry & WRITE) != 0;
  }

  public static int frame(long entry) {
    return (int) (entry >>> FRAME_SHIFT);
  }

  public void map(long page, int frame, boolean writable) {
    long[] leaf = writableLeaf(page);
    int slot = slot(page);
    added(page, present(leaf[slot]) ? 0 : 1);
    leaf[slot] = entry(frame, writable);
  }

  /** Maps frames of an array, from one on, at a run of pages. */
  public void mapRun(long first, int[] frames, int from, int pages, boolean writable) {
    int at = from;
    for (long page = first, end = first + pages; page < end; page = leafEnd(page)) {
      long[] leaf = writableLeaf(page);
      int stop = stop(page, end);
      int before = 0;
      for (int slot = slot(page); slot < stop; slot++) {
        before += (int) (leaf[slot] & PRESENT);
        leaf[slot] = entry(frames[at++], writable);
      }
      added(page, stop - slot(page) - before);
    }
  }

  /**
   * Puts the frames of a run of pages into an array, up to the first that is not mapped; returns
   * how many.
   */
  public int readRun(long first, int pages, int[] frames) {
    int at = 0;
    for (long page = first, end = first + pages; page < end; page = leafEnd(page)) {
      long[] leaf = leafOf(page);
      int stop = stop(page, end);
      for (int slot = slot(page); slot < stop; slot++) {
        if (!present(leaf[slot])) {
          return at;
        }
        frames[at++] = frame(leaf[slot]);
      }
    }
    return at;
  }

  /** The bits of an entry that allows to read, or to write. */
  public static long neededBits(boolean toWrite) {
    return toWrite ? PRESENT | WRITE : PRESENT;
  }

  /**
   * Puts the entries of a run of pages into an array, up to the first that lacks some bits, which
   * follows them; returns how many have them.
   */
  public int readRun(long first, int pages, long neededBits, long[] entries) {
    int at = 0;
    for (long page = first, end = first + pages; page < end; page = leafEnd(page)) {
      long[] leaf = leafOf(page);
      int stop = stop(page, end);
      for (int slot = slot(page); slot < stop; slot++) {
        entries[at] = leaf[slot];
        if ((leaf[slot] & neededBits) != neededBits) {
          return at;
        }
        at++;
      }
    }
    return at;
  }

  /** How many pages of a run, from its first on, have the entries of an array. */
  public int alike(long first, int pages, long[] entries) {
    int at = 0;
    for (long page = first, end = first + pages; page < end; page = leafEnd(page)) {
      long[] leaf = leafOf(page);
      int stop = stop(page, end);
      for (int slot = slot(page); slot < stop; slot++) {
        if (leaf[slot] != entries[at]) {
          return at;
        }
        at++;
      }
    }
    return at;
  }

  private static long entry(int frame, boolean writable) {
    return ((long) frame << FRAME_SHIFT) | PRESENT | (writable ? WRITE : 0);
  }

  /** Returns whether something was mapped there. */
  public boolean unmap(long page) {
    return unmapRange(page, 1) == 1;
  }

  /** Takes write permission away; returns whether the page had it. */
  public boolean protect(long page) {
    return protectRange(page, 1) == 1;
  }

  /** Unmaps a run of pages; returns how many were mapped. */
  public int unmapRange(long first, int pages) {
    int before = present;
    for (long page = first, end = first + pages; page < end; page = leafEnd(page)) {
      long[] leaf = leafOf(page);
      if (leaf != EMPTY) {
        int stop = stop(page, end);
        int unmapped = 0;
        for (int slot = slot(page); slot < stop; slot++) {
          unmapped += (int) (leaf[slot] & PRESENT);
          leaf[slot] = 0;
        }
        removed(page, unmapped);
      }
    }
    return before - present;
  }

  /** Takes write permission away from a run of pages; returns how many had it. */
  public int protectRange(long first, int pages) {
    int changed = 0;
    for (long page = first, end = first + pages; page < end; page = leafEnd(page)) {
      long[] leaf = leafOf(page);
      int stop = stop(page, end);
      for (int slot = slot(page); slot < stop; slot++) {
        if (writable(leaf[slot])) {
          leaf[slot] &= ~WRITE;
          changed++;
        }
      }
    }
    return changed;
  }

  /** How many pages of a run are mapped. */
  public int presentIn(long first, int pages) {
    int found = 0;
    for (long page = first, end = first + pages; page < end; page = leafEnd(page)) {
      long[] leaf = leafOf(page);
      int stop = leaf == EMPTY ? 0 : stop(page, end);
      for (int slot = slot(page); slot < stop; slot++) {
        found += (int) (leaf[slot] & PRESENT);
      }
    }
    return found;
  }

  public int presentEntries() {
    return present;
  }

  /** How often anybody has gone down to a leaf. */
  public long walks() {
    return walks;
  }

  private void added(long page, int count) {
    presentIn[(int) (page >> LEAF_SHIFT)] += count;
    present += count;
  }

  private void removed(long page, int count) {
    int leaf = (int) (page >> LEAF_SHIFT);
    presentIn[leaf] -= count;
    present -= count;
    if (presentIn[leaf] == 0) {
      spare(leaves[leaf]);
      leaves[leaf] = EMPTY;
    }
  }

  private void spare(long[] leaf) {
    if (spareCount == spares.length) {
      spares = Arrays.copyOf(spares, 2 * spareCount);
    }
    spares[spareCount++] = leaf;
  }

  private long[] leafOf(long page) {
    walks++;
    long leaf = page >> LEAF_SHIFT;
    return leaf < leaves.length ? leaves[(int) leaf] : EMPTY;
  }

  private long[] writableLeaf(long page) {
    long[] leaf = leafOf(page);
    return leaf == EMPTY ? addLeaf(Math.toIntExact(page >> LEAF_SHIFT)) : leaf;
  }

  private long[] addLeaf(int leaf) {
    int leavesBefore = leaves.length;
    if (leaf >= leavesBefore) {
      leaves = Arrays.copyOf(leaves, Math.max(leaf + 1, 2 * leavesBefore));
      Arrays.fill(leaves, leavesBefore, leaves.length, EMPTY);
      presentIn = Arrays.copyOf(presentIn, leaves.length);
    }
    leaves[leaf] = spareCount > 0 ? spares[--spareCount] : new long[LEAF_ENTRIES];
    return leaves[leaf];
  }

  private static int slot(long page) {
    return (int) page & LEAF_MASK;
  }

  /** The first page after those of a page's leaf. */
  private static long leafEnd(long page) {
    return (page | LEAF_MASK) + 1;
  }

  /** The slot in a page's leaf before which a run ends. */
  private static int stop(long page, long end) {
    return (int) (Math.min(end, leafEnd(page)) - (page & ~LEAF_MASK));
  }
}
