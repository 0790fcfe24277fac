package org.portbench.harness.client;

import java.util.Arrays;

/**
 * Whether an open loop keeps up. Each arrival notes how many operations are outstanding; the
 * backlog grows when each quarter of the run has clearly more than the one before. A run of any
 * length takes no more room than {@link #SAMPLES}: where there are more arrivals, those that follow
 * each other are summed up, and quarters are whole numbers of such sums.
 */
final class Backlog {
  private static final int SAMPLES = 1 << 16;
  private static final int LIMIT = 4096;
  private static final int SAMPLES_NEEDED = 64;
  private static final double GROWTH = 1.25;

  private long[] sums = new long[SAMPLES_NEEDED];
  private int samples;
  private long arrivalsOfEach = 1;
  private long arrivalsOfNext;
  private long next;
  private boolean overflowed;

  void arrived(int outstandingNow) {
    next += outstandingNow;
    arrivalsOfNext++;
    if (arrivalsOfNext == arrivalsOfEach) {
      add(next);
      next = 0;
      arrivalsOfNext = 0;
    }
    overflowed |= outstandingNow >= LIMIT;
  }

  private void add(long sum) {
    if (samples == sums.length) {
      sums = Arrays.copyOf(sums, 2 * samples);
    }
    sums[samples++] = sum;
    if (samples == SAMPLES) {
      addUpPairs();
    }
  }

  private void addUpPairs() {
    samples /= 2;
    arrivalsOfEach *= 2;
    for (int i = 0; i < samples; i++) {
      sums[i] = sums[2 * i] + sums[2 * i + 1];
    }
  }

  /** More are outstanding than anybody would wait for: nothing more is to arrive. */
  boolean overflowed() {
    return overflowed;
  }

  boolean grows() {
    if (overflowed) {
      return true;
    }
    if (samples < SAMPLES_NEEDED) {
      return false;
    }
    int quarter = samples / 4;
    double before = mean(0, quarter);
    for (int i = 1; i < 4; i++) {
      double now = mean(i * quarter, (i + 1) * quarter);
      if (now < GROWTH * before + 1) {
        return false;
      }
      before = now;
    }
    return true;
  }

  void clear() {
    samples = 0;
    arrivalsOfEach = 1;
    arrivalsOfNext = 0;
    next = 0;
  }

  private double mean(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += sums[i];
    }
    return (double) sum / ((to - from) * arrivalsOfEach);
  }
}
