package org.portbench.hardware.mmu;

import java.util.Arrays;

/**
 * A CPU's cache of translations: sets of ways, least recently used replaced. Entries carry their
 * space's tag; a TLB without tags forgets everything but global entries when the space changes.
 *
 * <p>Entries are found by buckets of their keys, so that who goes through a large buffer need not
 * compare a whole set for each of its pages. The places of a set form a ring in the order of their
 * use; what is free follows the latest, and so is what is taken first: the oldest.
 *
 * <pre>
 *   latest -- newer --> free ... free, or oldest -- newer --> ... -- newer --> latest
 * </pre>
 */
public final class Tlb {
  private static final long NOTHING = -1;
  private static final int NONE = -1;
  private static final int TAG_SHIFT = 44;

  private final int sets;
  private final int ways;

  // By place.
  private final long[] keys;
  private final long[] entries;
  private final int[] newer;
  private final int[] older;
  private final int[] nextInBucket;

  private final int[] latest;
  private final int[] buckets;
  private int held;
  private long probes;

  public Tlb(int sets, int ways) {
    int places = sets * ways;
    this.sets = sets;
    this.ways = ways;
    this.keys = new long[places];
    this.entries = new long[places];
    this.newer = new int[places];
    this.older = new int[places];
    this.nextInBucket = new int[places];
    this.latest = new int[sets];
    this.buckets = new int[2 * Integer.highestOneBit(places)];
    Arrays.fill(keys, NOTHING);
    Arrays.fill(buckets, NONE);
    for (int place = 0; place < places; place++) {
      int way = place % ways;
      newer[place] = (place - way + (way + 1) % ways);
      older[newer[place]] = place;
      latest[place / ways] = place;
    }
  }

  /** The cached page-table entry, or 0 on a miss. */
  public long probe(AddressSpace space, long page) {
    int place = find(key(space, page));
    probes++;
    if (place == NONE) {
      return 0;
    }
    use(set(page), place);
    return entries[place];
  }

  /**
   * The same for a run of pages: puts their entries into an array, up to the first that is missed
   * or lacks some bits; returns how many.
   */
  public int probeRun(
      AddressSpace space, long firstPage, int pages, long neededBits, long[] found) {
    long key = key(space, firstPage);
    int hits = 0;
    while (hits < pages) {
      int place = find(key + hits);
      if (place == NONE || (entries[place] & neededBits) != neededBits) {
        break;
      }
      use(set(firstPage + hits), place);
      found[hits++] = entries[place];
    }
    probes += hits;
    return hits;
  }

  /** How many pages of a run, from its first on, it does not hold. */
  public int lacks(AddressSpace space, long firstPage, int pages) {
    long key = key(space, firstPage);
    int lacking = 0;
    while (lacking < pages && find(key + lacking) == NONE) {
      lacking++;
    }
    return lacking;
  }

  /** How often anybody has looked, found or not. */
  public long probes() {
    return probes;
  }

  public void insert(AddressSpace space, long page, long entry) {
    int place = find(key(space, page));
    if (place == NONE) {
      fill(space, page, entry);
    } else {
      use(set(page), place);
      entries[place] = entry;
    }
  }

  /** Inserts what a probe has not found. */
  public void fill(AddressSpace space, long page, long entry) {
    fill(set(page), key(space, page), entry);
  }

  /**
   * Looks for a run of pages, none of which it holds, and inserts each; their entries are the first
   * of an array.
   */
  public void fillRun(AddressSpace space, long firstPage, long[] newEntries, int pages) {
    long key = key(space, firstPage);
    probes += pages;
    for (int i = 0; i < pages; i++) {
      fill(set(firstPage + i), key + i, newEntries[i]);
    }
  }

  private void fill(int set, long key, long entry) {
    int place = newer[latest[set]];
    latest[set] = place;
    if (keys[place] != NOTHING) {
      leaveBucket(place);
    }
    keys[place] = key;
    entries[place] = entry;
    int bucket = bucket(key);
    nextInBucket[place] = buckets[bucket];
    buckets[bucket] = place;
    held++;
  }

  public void invalidate(AddressSpace space, long page) {
    int place = find(key(space, page));
    if (place != NONE) {
      forget(set(page), place);
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
      Arrays.fill(buckets, NONE);
    }
  }

  /** What loading another space does to a TLB without tags. */
  public void flushNonGlobal() {
    for (int place = 0; held > 0 && place < keys.length; place++) {
      long key = keys[place];
      if (key != NOTHING && key >>> TAG_SHIFT != AddressSpace.KERNEL_TAG) {
        forget(place / ways, place);
      }
    }
  }

  private int find(long key) {
    int place = buckets[bucket(key)];
    while (place != NONE && keys[place] != key) {
      place = nextInBucket[place];
    }
    return place;
  }

  /** Makes a place the latest of its set. */
  private void use(int set, int place) {
    if (latest[set] != place) {
      putAfterLatest(set, place);
      latest[set] = place;
    }
  }

  private void forget(int set, int place) {
    leaveBucket(place);
    keys[place] = NOTHING;
    if (latest[set] == place) {
      latest[set] = older[place];
    } else {
      putAfterLatest(set, place);
    }
  }

  private void putAfterLatest(int set, int place) {
    join(older[place], newer[place]);
    int before = latest[set];
    int after = newer[before];
    join(before, place);
    join(place, after);
  }

  private void join(int before, int after) {
    newer[before] = after;
    older[after] = before;
  }

  private void leaveBucket(int place) {
    held--;
    int bucket = bucket(keys[place]);
    if (buckets[bucket] == place) {
      buckets[bucket] = nextInBucket[place];
      return;
    }
    int before = buckets[bucket];
    while (nextInBucket[before] != place) {
      before = nextInBucket[before];
    }
    nextInBucket[before] = nextInBucket[place];
  }

  private int set(long page) {
    return (int) page & (sets - 1);
  }

  private static long key(AddressSpace space, long page) {
    return ((long) space.tag() << TAG_SHIFT) | page;
  }

  /** Neighbouring pages of a space fall into neighbouring buckets, each space begins elsewhere. */
  private int bucket(long key) {
    return (int) (key + (key >>> TAG_SHIFT) * 0x9E5) & (buckets.length - 1);
  }
}
