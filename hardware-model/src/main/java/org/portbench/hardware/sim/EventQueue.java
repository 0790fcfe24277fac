package org.portbench.hardware.sim;

import java.util.Arrays;

/**
 * Virtual time. Whoever waits for time owns a slot with at most one pending event; a winner tree
 * over the slots (Knuth, TAOCP 3, 5.4.1) finds the next one. The order is total: time, then the
 * slot's priority, then the order of scheduling.
 */
public final class EventQueue {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int MAX_PRIORITY = 127;
  private static final int SEQUENCE_BITS = 56;

  /** What a slot's owner does when its time has come. */
  @FunctionalInterface
  public interface Handler {
    void fire(long nowPs);
  }

  private Handler[] handlers = new Handler[8];
  private int[] priorities = new int[8];
  private long[] timesPs = filled(8);
  private long[] orders = new long[8];
  private int[] winners;
  private int slots;
  private long sequence;
  private long nowPs;
  private long fired;

  public EventQueue() {
    playAll();
  }

  private static long[] filled(int capacity) {
    long[] times = new long[capacity];
    Arrays.fill(times, NEVER);
    return times;
  }

  /**
   * @param priority among events of one time, lower fires first
   */
  public int newSlot(int priority, Handler handler) {
    if (priority < 0 || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException(
          "priority " + priority + " is outside 0 to " + MAX_PRIORITY);
    }
    if (slots == handlers.length) {
      grow();
    }
    handlers[slots] = handler;
    priorities[slots] = priority;
    return slots++;
  }

  public long nowPs() {
    return nowPs;
  }

  /** Events fired so far. */
  public long fired() {
    return fired;
  }

  public void schedule(int slot, long timePs) {
    if (timePs < nowPs || timePs == NEVER) {
      throw new IllegalArgumentException(
          "cannot schedule at " + timePs + " ps, it is " + nowPs + " ps");
    }
    timesPs[slot] = timePs;
    orders[slot] = ((long) priorities[slot] << SEQUENCE_BITS) | sequence++;
    replay(slot);
  }

  public void cancel(int slot) {
    timesPs[slot] = NEVER;
    replay(slot);
  }

  public boolean pending(int slot) {
    return timesPs[slot] != NEVER;
  }

  public boolean idle() {
    return timesPs[winners[1]] == NEVER;
  }

  /** Fires the next event; false when there is none. */
  public boolean runNext() {
    int slot = winners[1];
    if (timesPs[slot] == NEVER) {
      return false;
    }
    nowPs = timesPs[slot];
    timesPs[slot] = NEVER;
    replay(slot);
    fired++;
    handlers[slot].fire(nowPs);
    return true;
  }

  /**
   * Plays a slot's matches again after its time has changed. Where another slot wins as it did
   * before, all matches above are between slots that have not changed.
   */
  private void replay(int slot) {
    int leaves = timesPs.length;
    for (int node = (slot + leaves) >> 1; node >= 1; node >>= 1) {
      int winner = play(node);
      if (winner == winners[node] && winner != slot) {
        return;
      }
      winners[node] = winner;
    }
  }

  private void playAll() {
    winners = new int[2 * timesPs.length];
    for (int node = timesPs.length - 1; node >= 1; node--) {
      winners[node] = play(node);
    }
  }

  private int play(int node) {
    return earlier(contender(2 * node), contender(2 * node + 1));
  }

  private int contender(int node) {
    int leaves = timesPs.length;
    return node >= leaves ? node - leaves : winners[node];
  }

  private int earlier(int a, int b) {
    if (timesPs[a] != timesPs[b]) {
      return timesPs[a] < timesPs[b] ? a : b;
    }
    return orders[a] <= orders[b] ? a : b;
  }

  private void grow() {
    int capacity = 2 * handlers.length;
    handlers = Arrays.copyOf(handlers, capacity);
    priorities = Arrays.copyOf(priorities, capacity);
    orders = Arrays.copyOf(orders, capacity);
    long[] times = filled(capacity);
    System.arraycopy(timesPs, 0, times, 0, slots);
    timesPs = times;
    playAll();
  }
}
