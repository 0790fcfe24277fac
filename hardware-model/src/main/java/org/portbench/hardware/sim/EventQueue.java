package org.portbench.hardware.sim;

import java.util.Arrays;

/**
 * Virtual time. Whoever waits for time owns a slot with at most one pending event; a {@link
 * Tournament} finds the next one. The order is total: time, then the slot's priority, then the
 * order of scheduling.
 *
 * <pre>
 *   order   62 ...... 56 | 55 ....... 16 | 15 .. 0
 *           priority     | sequence      | slot
 * </pre>
 */
public final class EventQueue {
  private static final int NONE = -1;
  private static final int MAX_PRIORITY = 127;
  private static final int PRIORITY_SHIFT = 56;
  private static final int SEQUENCE_SHIFT = 16;
  private static final int MAX_SLOTS = 1 << SEQUENCE_SHIFT;

  /** What a slot's owner does when its time has come. */
  @FunctionalInterface
  public interface Handler {
    void fire(long nowPs);
  }

  private final Tournament pending = new Tournament();
  private Handler[] handlers = new Handler[8];
  private long[] ranks = new long[8];
  private int[] leafOf = new int[8];
  private int slots;
  private long sequence;
  private long nowPs;
  private long fired;

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
    if (timePs < nowPs || timePs == Tournament.NEVER) {
      throw new IllegalArgumentException(
          "cannot schedule at " + timePs + " ps, it is " + nowPs + " ps");
    }
    if (leafOf[slot] == NONE) {
      leafOf[slot] = pending.enter();
    }
    pending.play(leafOf[slot], timePs, ranks[slot] | sequence++ << SEQUENCE_SHIFT);
  }

  public void cancel(int slot) {
    if (pending(slot)) {
      pending.leave(leafOf[slot]);
      leafOf[slot] = NONE;
    }
  }

  public boolean pending(int slot) {
    return leafOf[slot] != NONE;
  }

  public boolean idle() {
    return pending.winnerPs() == Tournament.NEVER;
  }

  /** Fires the next event; false when there is none. */
  public boolean runNext() {
    long timePs = pending.winnerPs();
    if (timePs == Tournament.NEVER) {
      return false;
    }
    nowPs = timePs;
    int slot = (int) pending.winnerOrder() & (MAX_SLOTS - 1);
    pending.leaveWinner(leafOf[slot]);
    leafOf[slot] = NONE;
    fired++;
    handlers[slot].fire(timePs);
    return true;
  }
}
