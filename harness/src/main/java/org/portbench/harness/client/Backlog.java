package org.portbench.harness.client;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether an open loop keeps up. Each arrival notes how many operations are outstanding; the
 * backlog grows when each quarter of the run has clearly more than the one before.
 */
final class Backlog {
  private static final int LIMIT = 4096;
  private static final int SAMPLES_NEEDED = 64;
  private static final double GROWTH = 1.25;

  private final List<Integer> outstanding = new ArrayList<>();
  private boolean overflowed;

  void arrived(int outstandingNow) {
    outstanding.add(outstandingNow);
    overflowed |= outstandingNow >= LIMIT;
  }

  /** More are outstanding than anybody would wait for: nothing more is to arrive. */
  boolean overflowed() {
    return overflowed;
  }

  boolean grows() {
    if (overflowed) {
      return true;
    }
    if (outstanding.size() < SAMPLES_NEEDED) {
      return false;
    }
    int quarter = outstanding.size() / 4;
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
    outstanding.clear();
  }

  private double mean(int from, int to) {
    return outstanding.subList(from, to).stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
