package org.portbench.strategies.kernel.vm;

import java.util.Arrays;

/** The free runs of a range of pages. The first that is long enough is taken. */
final class FreeSpace {
  /** In ascending order; no run begins where another ends. */
  private long[] starts = new long[8];

  private long[] ends = new long[8];
  private int runs;

  FreeSpace(long firstPage, long endPage) {
    insert(0, firstPage, endPage);
  }

  long take(long pages) {
    for (int i = 0; i < runs; i++) {
      if (ends[i] - starts[i] >= pages) {
        return takeFirst(i, pages);
      }
    }
    throw new IllegalStateException("no " + pages + " pages of address space are free");
  }

  private long takeFirst(int run, long pages) {
    long start = starts[run];
    starts[run] = start + pages;
    removeIfEmpty(run);
    return start;
  }

  /** Takes a run that is known to be free. */
  void takeAt(long start, long pages) {
    int run = firstAfter(start) - 1;
    if (run < 0 || ends[run] < start + pages) {
      throw new IllegalStateException("page " + start + " and " + pages + " on are not free");
    }
    if (start + pages < ends[run]) {
      insert(run + 1, start + pages, ends[run]);
    }
    ends[run] = start;
    removeIfEmpty(run);
  }

  void giveBack(long start, long pages) {
    if (pages == 0) {
      return;
    }
    int after = firstAfter(start);
    boolean joinsBefore = after > 0 && ends[after - 1] == start;
    boolean joinsAfter = after < runs && starts[after] == start + pages;
    if (joinsBefore && joinsAfter) {
      ends[after - 1] = ends[after];
      remove(after);
    } else if (joinsBefore) {
      ends[after - 1] = start + pages;
    } else if (joinsAfter) {
      starts[after] = start;
    } else {
      insert(after, start, start + pages);
    }
  }

  int runs() {
    return runs;
  }

  /** The first run that begins after a page. */
  private int firstAfter(long page) {
    int found = Arrays.binarySearch(starts, 0, runs, page);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private void insert(int run, long start, long end) {
    if (runs == starts.length) {
      starts = Arrays.copyOf(starts, 2 * runs);
      ends = Arrays.copyOf(ends, 2 * runs);
    }
    System.arraycopy(starts, run, starts, run + 1, runs - run);
    System.arraycopy(ends, run, ends, run + 1, runs - run);
    starts[run] = start;
    ends[run] = end;
    runs++;
  }

  private void removeIfEmpty(int run) {
    if (starts[run] == ends[run]) {
      remove(run);
    }
  }

  private void remove(int run) {
    runs--;
    System.arraycopy(starts, run + 1, starts, run, runs - run);
    System.arraycopy(ends, run + 1, ends, run, runs - run);
  }
}
