package org.portbench.hardware.mmu;

import java.util.Arrays;

/**
 * A CPU's cache of translations: sets of ways, least recently used replaced. Entries carry their
 * space's tag; a TLB without tags forgets everything but global entries when the space changes.
 *
 * <p>A set is a ring: from its head on its entries lie in the order of their use, the latest first,
 * and what is free behind them. The usual hit is the first that is looked at; what is new takes the
 * last place, which becomes the head, so that nothing else has to move.
 */
public final class Tlb {
  private static final long NOTHING = -1;
  private static final int TAG_SHIFT = 44;

  private final int sets;
  private final int ways;
  private final long[] keys;
  private final long[] entries;
  private final int[] heads;
  private int held;
  private long probes;

  public Tlb(int sets, int ways) {
    this.sets = sets;
    this.ways = ways;
    this.keys = new long[sets * ways];
    this.entries = new long[sets * ways];
    this.heads = new int[sets];
    Arrays.fill(keys, NOTHING);
  }

  /** The cached page-table entry, or 0 on a miss. */
  public long probe(AddressSpace space, long page) {
    long key = key(space, page);
    int set = set(page);
    int age = ageOf(set, key);
    probes++;
    if (age == ways) {
      return 0;
    }
    long entry = entries[place(set, age)];
    putFirst(set, age, key, entry);
    return entry;
  }

  /** How often anybody has looked, found or not. */
  public long probes() {
    return probes;
  }

  public void insert(AddressSpace space, long page, long entry) {
    long key = key(space, page);
    int age = ageOf(set(page), key);
    if (age == ways) {
      fill(space, page, entry);
    } else {
      putFirst(set(page), age, key, entry);
    }
  }

  /** Inserts what a probe has not found. */
  public void fill(AddressSpace space, long page, long entry) {
    int set = set(page);
    int head = heads[set] == 0 ? ways - 1 : heads[set] - 1;
    heads[set] = head;
    int place = set * ways + head;
    held += keys[place] == NOTHING ? 1 : 0;
    keys[place] = key(space, page);
    entries[place] = entry;
  }

  public void invalidate(AddressSpace space, long page) {
    int age = ageOf(set(page), key(space, page));
    if (age < ways) {
      forget(set(page), age);
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
    for (int set = 0; held > 0 && set < sets; set++) {
      for (int age = ways - 1; age >= 0; age--) {
        long key = keys[place(set, age)];
        if (key != NOTHING && key >>> TAG_SHIFT != AddressSpace.KERNEL_TAG) {
          forget(set, age);
        }
      }
    }
  }

  /** How many entries of a set were used after a key's; as many as there are ways without it. */
  private int ageOf(int set, long key) {
    int head = heads[set];
    int first = set * ways;
    if (keys[first + head] == key) {
      return 0;
    }
    for (int way = 0; way < ways; way++) {
      if (keys[first + way] == key) {
        return way < head ? way - head + ways : way - head;
      }
    }
    return ways;
  }

  /** Makes an entry the latest; those that were used after it move back by one. */
  private void putFirst(int set, int age, long key, long entry) {
    for (int i = age; i > 0; i--) {
      move(place(set, i - 1), place(set, i));
    }
    int first = place(set, 0);
    keys[first] = key;
    entries[first] = entry;
  }

  private void forget(int set, int age) {
    for (int i = age; i < ways - 1; i++) {
      move(place(set, i + 1), place(set, i));
    }
    keys[place(set, ways - 1)] = NOTHING;
    held--;
  }

  private void move(int from, int to) {
    keys[to] = keys[from];
    entries[to] = entries[from];
  }

  private int place(int set, int age) {
    int way = heads[set] + age;
    return set * ways + (way < ways ? way : way - ways);
  }

  private int set(long page) {
    return (int) page & (sets - 1);
  }

  private static long key(AddressSpace space, long page) {
    return ((long) space.tag() << TAG_SHIFT) | page;
  }
}
