package org.portbench.harness.vfs;

import java.util.Optional;
import org.portbench.hardware.sim.Zone;
import org.portbench.harness.vfs.OwnRequests.Arrived;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * The metadata blocks that the file system has in memory, least recently used first to go. Blocks
 * are links of two chains: of those with the same hash, and of all in the order of their use.
 */
final class MetadataCache {
  private static final int BUCKET_BITS = 11;

  /** Two to the 64th by the golden ratio spreads addresses that are multiples of a block. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final int capacity;
  private final Block[] buckets = new Block[1 << BUCKET_BITS];
  private final Zone<Block> blocks = new Zone<>(Block::new);

  /** Before the block that was not used for longest, after the one that was used last. */
  private final Block ends = new Block();

  private int size;

  /** A block in memory: where its bytes are. */
  static final class Block {
    private final Optional<Block> found = Optional.of(this);
    private long address;
    private Arrived read;
    private boolean dirty;
    private int writes;
    private Block sameBucket;
    private Block older = this;
    private Block newer = this;

    Payload bytes() {
      return read.bytes();
    }

    boolean dirty() {
      return dirty;
    }

    void change() {
      dirty = true;
    }

    /** From here on a change needs a write of its own. */
    void beginWriting() {
      dirty = false;
      writes++;
    }

    void endWriting() {
      writes--;
    }

    private boolean needed() {
      return dirty || writes > 0;
    }

    private void takeOut() {
      older.newer = newer;
      newer.older = older;
    }

    private void putBefore(Block next) {
      older = next.older;
      newer = next;
      older.newer = this;
      next.older = this;
    }
  }

  MetadataCache(int capacity) {
    this.capacity = capacity;
  }

  /** A block, which counts as used by that. */
  Optional<Block> find(long address) {
    Block block = buckets[bucket(address)];
    while (block != null && block.address != address) {
      block = block.sameBucket;
    }
    if (block == null) {
      return Optional.empty();
    }
    block.takeOut();
    block.putBefore(ends);
    return block.found;
  }

  /** Keeps a block; a safe one that was not used for longest goes when there is no room. */
  Block keep(long address, Arrived read) {
    if (size >= capacity) {
      Block victim = ends.newer;
      while (victim != ends && victim.needed()) {
        victim = victim.newer;
      }
      if (victim != ends) {
        dispose(victim);
      }
    }
    Block block = blocks.take();
    block.address = address;
    block.read = read;
    block.dirty = false;
    block.writes = 0;
    block.sameBucket = buckets[bucket(address)];
    buckets[bucket(address)] = block;
    block.putBefore(ends);
    size++;
    return block;
  }

  void clear() {
    while (size > 0) {
      dispose(ends.newer);
    }
  }

  private void dispose(Block block) {
    block.takeOut();
    int bucket = bucket(block.address);
    if (buckets[bucket] == block) {
      buckets[bucket] = block.sameBucket;
    } else {
      Block before = buckets[bucket];
      while (before.sameBucket != block) {
        before = before.sameBucket;
      }
      before.sameBucket = block.sameBucket;
    }
    size--;
    block.read.giveBack();
    blocks.giveBack(block);
  }

  private static int bucket(long address) {
    return (int) ((address * SPREAD) >>> (Long.SIZE - BUCKET_BITS));
  }
}
