package org.portbench.harness.vfs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portbench.strategies.kernel.ipc.Payload;

/** The metadata blocks that the file system has in memory, least recently used first to go. */
final class MetadataCache {
  private final int capacity;
  private final Map<Long, Block> blocks = new LinkedHashMap<>(16, 0.75f, true);

  /** A block in memory: where its bytes are, and what to do when they go. */
  static final class Block {
    private final Payload bytes;
    private final Runnable dispose;
    private boolean dirty;
    private int writes;

    Block(Payload bytes, Runnable dispose) {
      this.bytes = bytes;
      this.dispose = dispose;
    }

    Payload bytes() {
      return bytes;
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
  }

  MetadataCache(int capacity) {
    this.capacity = capacity;
  }

  Optional<Block> find(long address) {
    return Optional.ofNullable(blocks.get(address));
  }

  /** Keeps a block; a safe one that was not used for longest goes when there is no room. */
  void keep(long address, Block block) {
    if (blocks.size() >= capacity) {
      blocks.entrySet().stream()
          .filter(entry -> !entry.getValue().needed())
          .map(Map.Entry::getKey)
          .findFirst()
          .ifPresent(victim -> blocks.remove(victim).dispose.run());
    }
    blocks.put(address, block);
  }

  void clear() {
    blocks.values().forEach(block -> block.dispose.run());
    blocks.clear();
  }
}
