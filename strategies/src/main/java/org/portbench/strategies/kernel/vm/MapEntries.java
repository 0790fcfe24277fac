package org.portbench.strategies.kernel.vm;

import java.util.Arrays;

/** The entries of a map, in the order of their pages, which no two have in common. */
final class MapEntries {
  private static final int NONE = -1;

  private VmMapEntry[] entries = new VmMapEntry[8];
  private int count;

  /** Where the last look-up ended: the next one mostly ends there, too, or at the entry after. */
  private int lastFound;

  int count() {
    return count;
  }

  VmMapEntry entry(int i) {
    return entries[i];
  }

  /** Which entry shows a page; negative if there is none. */
  int indexOf(long page) {
    if (shows(lastFound, page)) {
      return lastFound;
    }
    int found = shows(lastFound + 1, page) ? lastFound + 1 : firstFrom(page + 1) - 1;
    if (!shows(found, page)) {
      return NONE;
    }
    lastFound = found;
    return found;
  }

  private boolean shows(int i, long page) {
    return i >= 0 && i < count && entries[i].startPage() <= page && page < entries[i].endPage();
  }

  /** The first entry that begins at a page or after it. */
  private int firstFrom(long page) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries[middle].startPage() < page) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void add(VmMapEntry entry) {
    int at = firstFrom(entry.startPage());
    if (count == entries.length) {
      entries = Arrays.copyOf(entries, 2 * count);
    }
    System.arraycopy(entries, at, entries, at + 1, count - at);
    entries[at] = entry;
    count++;
  }

  /** Takes out the entries of a range, whose ends are ends of entries. */
  void remove(long firstPage, long endPage) {
    int from = firstFrom(firstPage);
    int to = firstFrom(endPage);
    System.arraycopy(entries, to, entries, from, count - to);
    Arrays.fill(entries, count - (to - from), count, null);
    count -= to - from;
  }
}
