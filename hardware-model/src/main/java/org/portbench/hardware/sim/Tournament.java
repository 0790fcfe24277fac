package org.portbench.hardware.sim;

import java.util.Arrays;

/**
 * A winner tree (Knuth, TAOCP 3, 5.4.1): of all that have entered, the one with the earliest time
 * is at the root, of equal times the one with the lowest order. The nodes below node n are 2n and
 * 2n + 1, and leaf i is node leaves + i.
 *
 * <p>Only who takes part has a leaf, so that the tree is as high as their number needs. The winner
 * that leaves makes a gap, which who enters next fills: mostly, one way up the tree serves both.
 */
public final class Tournament {
  /** The time of whoever does not take part. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int NONE = -1;
  private static final int ROOT = 1;

  private int leaves = 4;
  private long[] timesPs;
  private long[] orders;
  private int[] free;
  private int freeCount;
  private int gap = NONE;

  public Tournament() {
    plant();
  }

  /** Takes a leaf, which has yet to {@link #play}. */
  public int enter() {
    if (gap == NONE) {
      return freeLeaf();
    }
    int leaf = gap;
    gap = NONE;
    return leaf;
  }

  /** The leaf has these from now on. */
  public void play(int leaf, long newPs, long newOrder) {
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

  /** The leaf takes part no more. */
  public void leave(int leaf) {
    free[freeCount++] = leaf;
    play(leaf, NEVER, 0);
  }

  /** The winner takes part no more. */
  public void leaveWinner(int leaf) {
    gap = leaf;
  }

  /** When the winner's time is; {@link #NEVER} where nobody takes part. */
  public long winnerPs() {
    if (gap != NONE) {
      closeGap();
    }
    return timesPs[ROOT];
  }

  /** The order of whom {@link #winnerPs} has told of. */
  public long winnerOrder() {
    return orders[ROOT];
  }

  private void closeGap() {
    leave(gap);
    gap = NONE;
  }

  private int freeLeaf() {
    if (freeCount == 0) {
      grow();
    }
    return free[--freeCount];
  }

  private void plant() {
    timesPs = new long[2 * leaves];
    Arrays.fill(timesPs, NEVER);
    orders = new long[2 * leaves];
    free = new int[leaves];
    for (int leaf = leaves - 1; leaf >= 0; leaf--) {
      free[freeCount++] = leaf;
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
