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
  private long probes;

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
    probes++;
    for (int i = first; i < first + ways; i++) {
      if (keys[i] == key) {
        used[i] = ++clock;
        return entries[i];
      }
    }
    return 0;
  }

  /** How often anybody has looked, found or not. */
  public long probes() {
    return probes;
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
    keys[victim] = key;
    entries[victim] = entry;
    used[victim] = ++clock;
  }

  public void invalidate(AddressSpace space, long page) {
    long key = key(space, page);
    int first = firstWay(page);
    for (int i = first; i < first + ways; i++) {
      if (keys[i] == key) {
        keys[i] = NOTHING;
      }
    }
  }

  public void flushAll() {
    Arrays.fill(keys, NOTHING);
  }

  /** What loading another space does to a TLB without tags. */
  public void flushNonGlobal() {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != NOTHING && keys[i] >>> TAG_SHIFT != AddressSpace.KERNEL_TAG) {
        keys[i] = NOTHING;
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
