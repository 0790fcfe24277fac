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
  private static final int LEAF_ENTRIES = 512;
  private static final long PRESENT = 1;
  private static final long WRITE = 2;
  private static final int FRAME_SHIFT = 8;

  private long[][] leaves = new long[16][];
  private int present;

  /** The entry of a page; 0 where nothing is mapped. */
  public long entry(long page) {
    long leaf = page / LEAF_ENTRIES;
    if (leaf >= leaves.length || leaves[(int) leaf] == null) {
      return 0;
    }
    return leaves[(int) leaf][(int) (page % LEAF_ENTRIES)];
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
    put(page, ((long) frame << FRAME_SHIFT) | PRESENT | (writable ? WRITE : 0));
  }

  /** Returns whether something was mapped there. */
  public boolean unmap(long page) {
    boolean mapped = present(entry(page));
    if (mapped) {
      put(page, 0);
    }
    return mapped;
  }

  /** Takes write permission away; returns whether the page had it. */
  public boolean protect(long page) {
    long entry = entry(page);
    if (!writable(entry)) {
      return false;
    }
    put(page, entry & ~WRITE);
    return true;
  }

  public int presentEntries() {
    return present;
  }

  private void put(long page, long entry) {
    int leaf = Math.toIntExact(page / LEAF_ENTRIES);
    if (leaf >= leaves.length) {
      leaves = Arrays.copyOf(leaves, Math.max(leaf + 1, 2 * leaves.length));
    }
    if (leaves[leaf] == null) {
      leaves[leaf] = new long[LEAF_ENTRIES];
    }
    int slot = (int) (page % LEAF_ENTRIES);
    present += (present(entry) ? 1 : 0) - (present(leaves[leaf][slot]) ? 1 : 0);
    leaves[leaf][slot] = entry;
  }
}
