package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Request;
import org.portbench.harness.vfs.MetadataCache.Block;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.vm.Access;

/**
 * Inodes and indirect blocks: read from the device when they are not in memory, looked at in the
 * file system's own domain, written back by a sync.
 */
final class Metadata {
  private static final int POINTER_BYTES = 64;
  private static final int INODE_BYTES = 128;
  private static final int CACHED_BLOCKS = 1024;

  private final Kernel kernel;
  private final Meter meter;
  private final int at;
  private final OwnRequests own;
  private final MetadataCache cache = new MetadataCache(CACHED_BLOCKS);
  private final Map<Long, List<Runnable>> beingRead = new HashMap<>();

  Metadata(Kernel kernel, int at, OwnRequests own) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.at = at;
    this.own = own;
  }

  /** Looks at these blocks, one after the other, and goes on. */
  void follow(Request request, List<Long> blocks, Runnable then) {
    if (blocks.isEmpty()) {
      then.run();
      return;
    }
    with(request, blocks.getFirst(), () -> follow(request, blocks.subList(1, blocks.size()), then));
  }

  /** Looks at one block, which is read from the device if it is not in memory, and goes on. */
  void with(Request request, long address, Runnable then) {
    meter.perform(Primitive.BLOCK_LOOKUP);
    Optional<Block> cached = cache.find(address);
    if (cached.isPresent()) {
      touch(cached.get(), POINTER_BYTES, Access.READ);
      then.run();
      return;
    }
    List<Runnable> others = beingRead.get(address);
    if (others != null) {
      DomainThread thread = request.path().station(at).thread();
      others.add(() -> thread.post(() -> with(request, address, then)));
      return;
    }
    read(request, address, then);
  }

  /** Whoever needs the same block meanwhile waits for this one read. */
  private void read(Request request, long address, Runnable then) {
    beingRead.put(address, new ArrayList<>());
    request.path().step(at, "reads a metadata block");
    meter.count(Counter.METADATA_READS, 1);
    own.read(
        request.path(),
        address,
        FileLayout.BLOCK_BYTES,
        Optional.empty(),
        arrived -> {
          Block block = new Block(arrived.bytes(), arrived::giveBack);
          cache.keep(address, block);
          touch(block, POINTER_BYTES, Access.READ);
          List<Runnable> waiting = beingRead.remove(address);
          then.run();
          waiting.forEach(Runnable::run);
        });
  }

  /** The file was written: its inode, if in memory, has a new time to be made safe. */
  void changed(long inode) {
    cache
        .find(inode)
        .ifPresent(block -> {
          touch(block, INODE_BYTES, Access.WRITE);
          block.change();
        });
  }

  /** Writes an inode, if it changed, and goes on. */
  void makeSafe(Request request, long inode, Runnable then) {
    Block block = cache.find(inode).orElseThrow();
    if (!block.dirty()) {
      then.run();
      return;
    }
    request.path().step(at, "writes the inode");
    block.beginWriting();
    own.write(
        request.path(),
        inode,
        FileLayout.BLOCK_BYTES,
        block.bytes(),
        Optional.empty(),
        () -> {
          block.endWriting();
          then.run();
        });
  }

  void close() {
    cache.clear();
  }

  private void touch(Block block, int bytes, Access access) {
    if (block.bytes().length() > 0) {
      kernel.data().touch(block.bytes(), 0, bytes, access, Category.METADATA);
    }
  }
}
