package org.portbench.hardware.mmu;

import java.util.Arrays;

/**
 * A CPU's cache of translations: sets of ways, least recently used replaced. Entries carry their
 * space's tag; a TLB without tags forgets everything but global entries when the space changes.
 *
 * <p>A set's entries lie in the order of their use, the latest first, and what is free behind them:
 * the usual hit is the first that is looked at, and the last is the one to replace.
 */
public final class Tlb {
  private static final long NOTHING = -1;
  private static final int TAG_SHIFT = 44;

  private final int sets;
  private final int ways;
  private final long[] keys;
  private final long[] entries;
  private int held;
  private long probes;

  public Tlb(int sets, int ways) {
    this.sets = sets;
    this.ways = ways;
    this.keys = new long[sets * ways];
    this.entries = new long[sets * ways];
    Arrays.fill(keys, NOTHING);
  }

  /** The cached page-table entry, or 0 on a miss. */
  public long probe(AddressSpace space, long page) {
    long key = key(space, page);
    int place = placeOf(key, page);
    probes++;
    if (keys[place] != key) {
      return 0;
    }
    long entry = entries[place];
    putFirst(place, page, key, entry);
    return entry;
  }

  /** How often anybody has looked, found or not. */
  public long probes() {
    return probes;
  }

  public void insert(AddressSpace space, long page, long entry) {
    long key = key(space, page);
    int place = placeOf(key, page);
    held += keys[place] == NOTHING ? 1 : 0;
    putFirst(place, page, key, entry);
  }

  public void invalidate(AddressSpace space, long page) {
    long key = key(space, page);
    int place = placeOf(key, page);
    if (keys[place] == key) {
      forget(place, firstWay(page) + ways - 1);
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

  /** What loading another space does to a TLB without tags. */
  public void flushNonGlobal() {
    for (int place = keys.length - 1; held > 0 && place >= 0; place--) {
      if (keys[place] != NOTHING && keys[place] >>> TAG_SHIFT != AddressSpace.KERNEL_TAG) {
        forget(place, place - place % ways + ways - 1);
      }
    }
  }

  /** Where the key is in its page's set; without, the free place or the one to replace. */
  private int placeOf(long key, long page) {
    int place = firstWay(page);
    int last = place + ways - 1;
    while (place < last && keys[place] != key && keys[place] != NOTHING) {
      place++;
    }
    return place;
  }

  /** Makes an entry the latest; those before the place it takes move back by one. */
  private void putFirst(int place, long page, long key, long entry) {
    int first = firstWay(page);
    for (int i = place; i > first; i--) {
      keys[i] = keys[i - 1];
      entries[i] = entries[i - 1];
    }
    keys[first] = key;
    entries[first] = entry;
  }

  private void forget(int place, int last) {
    for (int i = place; i < last; i++) {
      keys[i] = keys[i + 1];
      entries[i] = entries[i + 1];
    }
    keys[last] = NOTHING;
    held--;
  }

  private int firstWay(long page) {
    return (int) (page & (sets - 1)) * ways;
  }

  private static long key(AddressSpace space, long page) {
    return ((long) space.tag() << TAG_SHIFT) | page;
  }
}
