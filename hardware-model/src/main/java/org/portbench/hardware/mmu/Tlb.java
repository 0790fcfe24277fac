package org.portbench.hardware.mmu;

import java.util.Arrays;

/**
 * A CPU's cache of translations: sets of ways, least recently used replaced. Entries carry their
 * space's tag; a TLB without tags forgets everything but global entries when the space changes.
 */
public final class Tlb {
  private static final long NOTHING = -1;
  private static final int TAG_SHIFT = 44;

  private final int sets;
  private final int ways;
  private final long[] keys;
  private final long[] entries;
  private final long[] used;
  private long clock;
  private int held;

  public Tlb(int sets, int ways) {
    this.sets = sets;
    this.ways = ways;
    this.keys = new long[sets * ways];
    this.entries = new long[sets * ways];
    this.used = new long[sets * ways];
    Arrays.fill(keys, NOTHING);
  }

  /** The cached page-table entry, or 0 on a miss. */
  public long probe(AddressSpace space, long page) {
    long key = key(space, page);
    int first = firstWay(page);
    for (int i = first; i < first + ways; i++) {
      if (keys[i] == key) {
        used[i] = ++clock;
        return entries[i];
      }
    }
    return 0;
  }

  public void insert(AddressSpace space, long page, long entry) {
    long key = key(space, page);
    int first = firstWay(page);
    int victim = first;
    for (int i = first; i < first + ways; i++) {
      if (keys[i] == key) {
        victim = i;
        break;
      }
      if (keys[i] == NOTHING || (keys[victim] != NOTHING && used[i] < used[victim])) {
        victim = i;
      }
    }
    held += keys[victim] == NOTHING ? 1 : 0;
    keys[victim] = key;
    entries[victim] = entry;
    used[victim] = ++clock;
  }

  public void invalidate(AddressSpace space, long page) {
    long key = key(space, page);
    int first = firstWay(page);
    for (int i = first; i < first + ways; i++) {
      if (keys[i] == key) {
        forget(i);
      }
    }
  }

  /** Forgets a run of pages. */
  public void invalidate(AddressSpace space, long firstPage, int pages) {
    // Most TLBs hold nothing at all where nobody touches the data.
    for (long page = firstPage; held > 0 && page < firstPage + pages; page++) {
      invalidate(space, page);
    }
  }

  public void flushAll() {
    if (held > 0) {
      held = 0;
      Arrays.fill(keys, NOTHING);
    }
  }

  private void forget(int place) {
    held--;
    keys[place] = NOTHING;
  }

  /** What loading another space does to a TLB without tags. */
  public void flushNonGlobal() {
    for (int i = 0; held > 0 && i < keys.length; i++) {
      if (keys[i] != NOTHING && keys[i] >>> TAG_SHIFT != AddressSpace.KERNEL_TAG) {
        forget(i);
      }
    }
  }

  private int firstWay(long page) {
    return (int) (page & (sets - 1)) * ways;
  }

  private static long key(AddressSpace space, long page) {
    return ((long) space.tag() << TAG_SHIFT) | page;
  }
}
