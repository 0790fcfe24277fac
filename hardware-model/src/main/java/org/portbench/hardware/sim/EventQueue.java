package org.portbench.hardware.sim;

import java.util.Arrays;

/**
 * Virtual time. Whoever waits for time owns a slot with at most one pending event; a winner tree
 * (Knuth, TAOCP 3, 5.4.1) finds the next one. The order is total: time, then the slot's priority,
 * then the order of scheduling.
 *
 * <p>Only what is pending has a leaf, so that the tree is as high as the pending events need. What
 * fires leaves a gap, which what is scheduled next fills: mostly, one way up the tree serves both.
 *
 * <pre>
 *   order   62 ...... 56 | 55 ....... 12 | 11 .. 0
 *           priority     | sequence      | slot        no two are equal
 * </pre>
 */
public final class EventQueue {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int NONE = -1;
  private static final int ROOT = 1;
  private static final int MAX_PRIORITY = 127;
  private static final int PRIORITY_SHIFT = 56;
  private static final int SEQUENCE_SHIFT = 12;
  private static final int MAX_SLOTS = 1 << SEQUENCE_SHIFT;

  /** What a slot's owner does when its time has come. */
  @FunctionalInterface
  public interface Handler {
    void fire(long nowPs);
  }

  // By slot.
  private Handler[] handlers = new Handler[8];
  private long[] ranks = new long[8];
  private int[] leafOf = new int[8];
  private int slots;

  // By node: those below node n are 2n and 2n + 1, leaf i is node leaves + i.
  private long[] timesPs;
  private long[] orders;
  private int leaves = 4;
  private int[] freeLeaves;
  private int freeCount;
  private int gap = NONE;

  private long sequence;
  private long nowPs;
  private long fired;

  public EventQueue() {
    plant();
  }

  /**
   * @param priority among events of one time, lower fires first
   */
  public int newSlot(int priority, Handler handler) {
    if (priority < 0 || priority > MAX_PRIORITY) {
      throw new IllegalArgumentException(
          "priority " + priority + " is outside 0 to " + MAX_PRIORITY);
    }
    if (slots == MAX_SLOTS) {
      throw new IllegalStateException("more than " + MAX_SLOTS + " wait for time");
    }
    if (slots == handlers.length) {
      handlers = Arrays.copyOf(handlers, 2 * slots);
      ranks = Arrays.copyOf(ranks, 2 * slots);
      leafOf = Arrays.copyOf(leafOf, 2 * slots);
    }
    handlers[slots] = handler;
    ranks[slots] = ((long) priority << PRIORITY_SHIFT) | slots;
    leafOf[slots] = NONE;
    return slots++;
  }

  public long nowPs() {
    return nowPs;
  }

  /** Events fired so far. */
  public long fired() {
    return fired;
  }

  /** How often anything was scheduled so far, also anew. */
  public long scheduled() {
    return sequence;
  }

  public void schedule(int slot, long timePs) {
    if (timePs < nowPs || timePs == NEVER) {
      throw new IllegalArgumentException(
          "cannot schedule at " + timePs + " ps, it is " + nowPs + " ps");
    }
    if (leafOf[slot] == NONE) {
      leafOf[slot] = takeLeaf();
    }
    play(leafOf[slot], timePs, ranks[slot] | sequence++ << SEQUENCE_SHIFT);
  }

  public void cancel(int slot) {
    int leaf = leafOf[slot];
    if (leaf != NONE) {
      leafOf[slot] = NONE;
      clear(leaf);
    }
  }

  public boolean pending(int slot) {
    return leafOf[slot] != NONE;
  }

  public boolean idle() {
    closeGap();
    return timesPs[ROOT] == NEVER;
  }

  /** Fires the next event; false when there is none. */
  public boolean runNext() {
    if (idle()) {
      return false;
    }
    nowPs = timesPs[ROOT];
    int slot = (int) orders[ROOT] & (MAX_SLOTS - 1);
    gap = leafOf[slot];
    leafOf[slot] = NONE;
    fired++;
    handlers[slot].fire(nowPs);
    return true;
  }

  /** What has fired goes, where nothing took its place. */
  private void closeGap() {
    if (gap != NONE) {
      clear(gap);
      gap = NONE;
    }
  }

  private int takeLeaf() {
    if (gap == NONE) {
      return freeLeaf();
    }
    int leaf = gap;
    gap = NONE;
    return leaf;
  }

  private int freeLeaf() {
    if (freeCount == 0) {
      grow();
    }
    return freeLeaves[--freeCount];
  }

  private void clear(int leaf) {
    freeLeaves[freeCount++] = leaf;
    play(leaf, NEVER, 0);
  }

  /** Plays the matches of a leaf that has changed, up to the root. */
  private void play(int leaf, long newPs, long newOrder) {
    int node = leaves + leaf;
    long timePs = newPs;
    long order = newOrder;
    timesPs[node] = timePs;
    orders[node] = order;
    while (node > ROOT) {
      long rivalPs = timesPs[node ^ 1];
      long rivalOrder = orders[node ^ 1];
      long lead = rivalPs == timePs ? rivalOrder - order : rivalPs - timePs;
      // Who wins is chance: the sign as a mask chooses, where a branch would be mispredicted.
      order ^= (order ^ rivalOrder) & (lead >> (Long.SIZE - 1));
      timePs = Math.min(timePs, rivalPs);
      node >>= 1;
      timesPs[node] = timePs;
      orders[node] = order;
    }
  }

  private void plant() {
    timesPs = new long[2 * leaves];
    Arrays.fill(timesPs, NEVER);
    orders = new long[2 * leaves];
    freeLeaves = new int[leaves];
    for (int leaf = leaves - 1; leaf >= 0; leaf--) {
      freeLeaves[freeCount++] = leaf;
    }
  }

  /** Twice the leaves, when all are taken. */
  private void grow() {
    long[] oldPs = timesPs;
    long[] oldOrders = orders;
    int taken = leaves;
    leaves = 2 * taken;
    plant();
    freeCount -= taken;
    for (int leaf = 0; leaf < taken; leaf++) {
      play(leaf, oldPs[taken + leaf], oldOrders[taken + leaf]);
    }
  }
}
