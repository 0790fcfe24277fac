package org.portbench.hardware.sim;

import java.util.Arrays;

/**
 * Virtual time. Whoever waits for time owns a slot with at most one pending event; a {@link
 * Tournament} finds the next one. The order is total: time, then the slot's priority, then the
 * order of scheduling.
 *
 * <p>A slot has a leaf from when it is first used on, so that the tree is as high as those that are
 * in use need. What the slot that fires asks for meanwhile waits: one way up the tree serves both
 * its old event and its new one.
 */
public final class EventQueue {
  private static final int NONE = -1;
  private static final int MAX_PRIORITY = 127;
  private static final int PRIORITY_SHIFT = 56;
  private static final int MAX_SLOTS = 1 << 16;

  /** What a slot's owner does when its time has come. */
  @FunctionalInterface
  public interface Handler {
    void fire(long nowPs);
  }

  private final Tournament tournament = new Tournament();
  private Handler[] handlers = new Handler[8];
  private long[] ranks = new long[8];
  private int[] leafOf = new int[8];
  private int[] slotOf = new int[8];
  private int slots;
  private int leaves;
  private long sequence;
  private long nowPs;
  private long fired;
  private int firing = NONE;
  private long againPs;
  private long againOrder;

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
      slotOf = Arrays.copyOf(slotOf, 2 * slots);
    }
    handlers[slots] = handler;
    ranks[slots] = (long) priority << PRIORITY_SHIFT;
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
    if (timePs < nowPs || timePs == Tournament.NEVER) {
      throw new IllegalArgumentException(
          "cannot schedule at " + timePs + " ps, it is " + nowPs + " ps");
    }
    int leaf = leaf(slot);
    long order = ranks[slot] | sequence++;
    if (leaf == firing) {
      againPs = timePs;
      againOrder = order;
    } else {
      tournament.play(leaf, timePs, order);
    }
  }

  public void cancel(int slot) {
    if (pending(slot)) {
      if (leafOf[slot] == firing) {
        againPs = Tournament.NEVER;
      } else {
        tournament.leave(leafOf[slot]);
      }
    }
  }

  public boolean pending(int slot) {
    int leaf = leafOf[slot];
    return leaf != NONE && (leaf == firing ? againPs : tournament.timePs(leaf)) != Tournament.NEVER;
  }

  public boolean idle() {
    return tournament.timePs(settle()) == Tournament.NEVER;
  }

  /** Fires the next event; false when there is none. */
  public boolean runNext() {
    int slot = next();
    if (slot == NONE) {
      return false;
    }
    handlers[slot].fire(nowPs);
    return true;
  }

  /** Goes to the next event's time, and leaves it to the caller to fire it: its slot, or -1. */
  public int next() {
    int leaf = settle();
    long timePs = tournament.timePs(leaf);
    if (timePs == Tournament.NEVER) {
      return NONE;
    }
    nowPs = timePs;
    firing = leaf;
    againPs = Tournament.NEVER;
    fired++;
    return slotOf[leaf];
  }

  /** The leaf whose event has fired gets what it has asked for; tells which one is next. */
  private int settle() {
    if (firing == NONE) {
      return tournament.winner();
    }
    int leaf = firing;
    firing = NONE;
    return tournament.play(leaf, againPs, againOrder);
  }

  private int leaf(int slot) {
    if (leafOf[slot] == NONE) {
      slotOf[leaves] = slot;
      leafOf[slot] = leaves++;
    }
    return leafOf[slot];
  }
}
