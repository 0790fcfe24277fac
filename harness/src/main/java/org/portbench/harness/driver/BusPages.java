package org.portbench.harness.driver;

import java.util.Arrays;

/** Where the device sees pieces of memory: the bus page of each, in order. */
final class BusPages {
  private long[] pages = new long[4];
  private int count;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  long page(int piece) {
    return pages[piece];
  }

  void add(long page) {
    if (count == pages.length) {
      pages = Arrays.copyOf(pages, 2 * count);
    }
    pages[count++] = page;
  }

  /** So many, one after the other. */
  void addRun(long first, int length) {
    for (int i = 0; i < length; i++) {
      add(first + i);
    }
  }
}
