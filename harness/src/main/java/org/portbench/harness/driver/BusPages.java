package org.portbench.harness.driver;

import java.util.Arrays;

/**
 * Where the device sees pieces of memory: runs of pieces whose bus pages, and whose bytes, follow
 * one another.
 */
final class BusPages {
  private long[] pages = new long[4];
  private int[] ends = new int[4];
  private int runs;
  private boolean standing;

  void clear() {
    runs = 0;
    standing = false;
  }

  /** They stay mapped beyond the transfer. */
  void stand() {
    standing = true;
  }

  boolean standing() {
    return standing;
  }

  int runs() {
    return runs;
  }

  /** How many pieces there are in all runs. */
  int count() {
    return runs == 0 ? 0 : ends[runs - 1];
  }

  /** The bus page of a run's first piece. */
  long page(int run) {
    return pages[run];
  }

  /** The first piece of a run. */
  int start(int run) {
    return run == 0 ? 0 : ends[run - 1];
  }

  /** The piece after a run's last. */
  int end(int run) {
    return ends[run];
  }

  /** The next so many pieces. */
  void addRun(long first, int count) {
    if (runs == ends.length) {
      pages = Arrays.copyOf(pages, 2 * runs);
      ends = Arrays.copyOf(ends, 2 * runs);
    }
    pages[runs] = first;
    ends[runs] = count() + count;
    runs++;
  }
}
