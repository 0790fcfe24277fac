package org.portbench.harness.workload;

import java.util.BitSet;
import org.portbench.hardware.sim.RandomStream;

/**
 * Each block once a pass, in a random order. Where requests differ in length, the blocks that
 * longer ones have covered are remembered, and a request that would run into a covered block is cut
 * short, as fio's random map does.
 */
final class ShuffledCursor implements RegionCursor {
  /** More than these would take more than 32 MiB to remember. */
  static final long MOST_MIXED_BLOCKS = 1L << 28;

  private final int blockBytes;
  private final long blocks;
  private final boolean oneLength;
  private final RandomStream keys;
  private final BitSet covered = new BitSet();
  private BlockPermutation order;
  private long taken;

  ShuffledCursor(RequestPattern pattern, long regionBytes, RandomStream keys) {
    this.blockBytes = pattern.smallestRequest();
    this.blocks = regionBytes / blockBytes;
    this.oneLength = pattern.onlyLength().isPresent();
    this.keys = keys;
    this.order = new BlockPermutation(blocks, keys.nextLong());
  }

  @Override
  public void restart() {
    covered.clear();
    order = new BlockPermutation(blocks, keys.nextLong());
    taken = 0;
  }

  @Override
  public long next(boolean read) {
    while (taken < blocks) {
      long block = order.at(taken++);
      if (oneLength || !covered.get((int) block)) {
        return block * blockBytes;
      }
    }
    return EXHAUSTED;
  }

  @Override
  public int claim(boolean read, long offset, int bytes) {
    if (oneLength) {
      return bytes;
    }
    int first = (int) (offset / blockBytes);
    int wanted = Math.ceilDiv(bytes, blockBytes);
    int busy = covered.nextSetBit(first);
    int room = (int) Math.min(busy < 0 ? blocks : busy, blocks) - first;
    int claimed = Math.min(wanted, room);
    covered.set(first, first + claimed);
    return claimed == wanted ? bytes : claimed * blockBytes;
  }
}
