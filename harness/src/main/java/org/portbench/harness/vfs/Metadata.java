package org.portbench.harness.vfs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.harness.path.Request;
import org.portbench.harness.vfs.MetadataCache.Block;
import org.portbench.harness.vfs.OwnRequests.Errand;
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
  private final List<Reading> beingRead = new ArrayList<>();
  private final Zone<Reading> readings = new Zone<>(Reading::new);
  private final Zone<Lookup> lookups = new Zone<>(Lookup::new);
  private final Consumer<Lookup> again = this::again;

  Metadata(Kernel kernel, int at, OwnRequests own) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.at = at;
    this.own = own;
  }

  /** Who wants to look at a block, and what comes then. */
  private static final class Lookup {
    private Request request;
    private long address;
    private Runnable then;

    private Lookup fill(Request newRequest, long newAddress, Runnable newThen) {
      request = newRequest;
      address = newAddress;
      then = newThen;
      return this;
    }
  }

  /** A block on its way from the device; the first who wants it waits for that, then all others. */
  private final class Reading {
    private final Consumer<Errand> arrived = this::arrived;
    private final ArrayDeque<Lookup> waiting = new ArrayDeque<>();
    private long address;
    private Runnable then;

    private void begin(Request request, long newAddress, Runnable newThen) {
      address = newAddress;
      then = newThen;
      beingRead.add(this);
      own.read(request.path(), address, FileLayout.BLOCK_BYTES, Optional.empty(), arrived);
    }

    private void arrived(Errand read) {
      touch(cache.keep(address, read), POINTER_BYTES, Access.READ);
      beingRead.remove(this);
      then.run();
      while (!waiting.isEmpty()) {
        Lookup next = waiting.remove();
        next.request.path().station(at).thread().post(again, next);
      }
      readings.giveBack(this);
    }
  }

  /**
   * Looks at one block. Tells whether it was in memory; else it is read from the device.
   *
   * @param then what to do once it has been read and looked at
   */
  boolean look(Request request, long address, Runnable then) {
    meter.perform(Primitive.BLOCK_LOOKUP);
    Optional<Block> cached = cache.find(address);
    if (cached.isPresent()) {
      touch(cached.get(), POINTER_BYTES, Access.READ);
      return true;
    }
    await(request, address, then);
    return false;
  }

  private void await(Request request, long address, Runnable then) {
    for (int i = 0; i < beingRead.size(); i++) {
      if (beingRead.get(i).address == address) {
        beingRead.get(i).waiting.add(lookups.take().fill(request, address, then));
        return;
      }
    }
    request.path().step(at, "reads a metadata block");
    meter.count(Counter.METADATA_READS, 1);
    readings.take().begin(request, address, then);
  }

  private void again(Lookup lookup) {
    Runnable then = lookup.then;
    lookups.giveBack(lookup);
    if (look(lookup.request, lookup.address, then)) {
      then.run();
    }
  }

  /** The file was written: its inode, if in memory, has a new time to be made safe. */
  void changed(long inode) {
    Optional<Block> cached = cache.find(inode);
    if (cached.isPresent()) {
      touch(cached.get(), INODE_BYTES, Access.WRITE);
      cached.get().change();
    }
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
        written -> {
          written.over();
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
