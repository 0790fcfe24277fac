package org.portbench.hardware.sim;

import java.util.Arrays;

/**
 * A winner tree (Knuth, TAOCP 3, 5.4.1): of all leaves, the one with the earliest time is at the
 * root, of equal times the one with the lowest order. The nodes below node n are 2n and 2n + 1, and
 * leaf i is node leaves + i.
 *
 * <p>A node holds one number, the winner's time above its leaf, so that a match is one comparison:
 * 16 ns an event became 12.5. It says all but for equal times, and for those that are too late to
 * fit (with 32 leaves, after 80 hours), which count as equal; there the leaves' times and orders
 * decide.
 */
public final class Tournament {
  /** The time of whoever does not take part. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int ROOT = 1;

  private int leaves;
  private int leafBits;
  private long[] keys;
  private long[] timesPs;
  private long[] orders;

  public Tournament() {
    timesPs = new long[0];
    orders = new long[0];
    plant(4);
  }

  /** The leaf, one of as many as were ever asked for, has these from now on; tells who wins. */
  public int play(int leaf, long timePs, long order) {
    if (leaf >= leaves) {
      plant(2 * Integer.highestOneBit(leaf));
    }
    timesPs[leaf] = timePs;
    orders[leaf] = order;
    return climb(leaf, timePs);
  }

  /** The leaf takes part no more. */
  public void leave(int leaf) {
    play(leaf, NEVER, 0);
  }

  /** Any leaf where nobody takes part. */
  public int winner() {
    return leafOf(keys[ROOT]);
  }

  /** When the leaf's time is; {@link #NEVER} where it does not take part. */
  public long timePs(int leaf) {
    return timesPs[leaf];
  }

  private int climb(int leaf, long timePs) {
    int node = leaves + leaf;
    long key = key(leaf, timePs);
    keys[node] = key;
    // Counted: until the root is reached, it took 20 ns instead of 12.5 in every other JVM.
    for (int level = leafBits; level > 0; level--) {
      long rival = keys[node ^ 1];
      if ((key ^ rival) < leaves) {
        return climbExactly(node);
      }
      // Who wins is chance: a minimum chooses, where a branch would be mispredicted.
      key = Math.min(key, rival);
      node >>= 1;
      keys[node] = key;
    }
    return leafOf(key);
  }

  /** The rest of the way, after two keys that differ in nothing but their leaves. */
  private int climbExactly(int from) {
    for (int node = from; node > ROOT; node >>= 1) {
      keys[node >> 1] = earlier(keys[node], keys[node ^ 1]);
    }
    return winner();
  }

  private long key(int leaf, long timePs) {
    return Math.min(timePs, NEVER >> leafBits) << leafBits | leaf;
  }

  private int leafOf(long key) {
    return (int) key & (leaves - 1);
  }

  private long earlier(long key, long rival) {
    int a = leafOf(key);
    int b = leafOf(rival);
    boolean first = timesPs[a] == timesPs[b] ? orders[a] < orders[b] : timesPs[a] < timesPs[b];
    return first ? key : rival;
  }

  private void plant(int newLeaves) {
    leaves = newLeaves;
    leafBits = Integer.numberOfTrailingZeros(leaves);
    int taken = timesPs.length;
    timesPs = Arrays.copyOf(timesPs, leaves);
    orders = Arrays.copyOf(orders, leaves);
    Arrays.fill(timesPs, taken, leaves, NEVER);
    keys = new long[2 * leaves];
    for (int leaf = 0; leaf < leaves; leaf++) {
      keys[leaves + leaf] = key(leaf, timesPs[leaf]);
    }
    for (int node = leaves - 1; node >= ROOT; node--) {
      keys[node] = earlier(keys[2 * node], keys[2 * node + 1]);
    }
  }
}
