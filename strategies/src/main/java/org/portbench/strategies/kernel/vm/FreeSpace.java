package org.portbench.strategies.kernel.vm;

import java.util.Map;
import java.util.TreeMap;

/** The free runs of a range of pages. The first that is long enough is taken. */
final class FreeSpace {
  private final TreeMap<Long, Long> endByStart = new TreeMap<>();

  FreeSpace(long firstPage, long endPage) {
    endByStart.put(firstPage, endPage);
  }

  long take(long pages) {
    for (Map.Entry<Long, Long> run : endByStart.entrySet()) {
      if (run.getValue() - run.getKey() >= pages) {
        return take(run.getKey(), run.getValue(), pages);
      }
    }
    throw new IllegalStateException("no " + pages + " pages of address space are free");
  }

  private long take(long start, long end, long pages) {
    endByStart.remove(start);
    if (start + pages < end) {
      endByStart.put(start + pages, end);
    }
    return start;
  }

  /** Takes a run that is known to be free. */
  void takeAt(long start, long pages) {
    Map.Entry<Long, Long> run = endByStart.floorEntry(start);
    if (run == null || run.getValue() < start + pages) {
      throw new IllegalStateException("page " + start + " and " + pages + " on are not free");
    }
    endByStart.put(run.getKey(), start);
    if (run.getKey() == start) {
      endByStart.remove(start);
    }
    if (start + pages < run.getValue()) {
      endByStart.put(start + pages, run.getValue());
    }
  }

  void giveBack(long start, long pages) {
    if (pages == 0) {
      return;
    }
    long from = start;
    long end = start + pages;
    Map.Entry<Long, Long> before = endByStart.floorEntry(start);
    if (before != null && before.getValue() == start) {
      from = before.getKey();
    }
    Long endAfter = endByStart.remove(end);
    endByStart.put(from, endAfter == null ? end : endAfter);
  }

  int runs() {
    return endByStart.size();
  }
}
