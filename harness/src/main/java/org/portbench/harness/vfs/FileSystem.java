package org.portbench.harness.vfs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;

/**
 * The last layer: knows where a file's bytes are. It reads inodes and indirect blocks from the
 * device and touches them here, in its own domain; what begins or ends within a block goes through
 * memory of its own, reading and modifying what the request does not cover.
 */
public final class FileSystem implements Stage {
  private static final int POINTER_BYTES = 64;
  private static final int INODE_BYTES = 128;
  private static final int CACHED_BLOCKS = 1024;

  private final Kernel kernel;
  private final Meter meter;
  private final int at;
  private final FileLayout layout;
  private final Toucher toucher;
  private final OwnMemory memory;
  private final int blockBytes;
  private final MetadataCache metadata = new MetadataCache(CACHED_BLOCKS);
  private final RangeLocks locks = new RangeLocks();
  private final Map<Request, RangeLocks.Span> spans = new HashMap<>();
  private long nextId = 1;

  public FileSystem(Kernel kernel, int at, FileLayout layout, Touch touch, OwnMemory memory) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.at = at;
    this.layout = layout;
    this.memory = memory;
    this.toucher = new Toucher(touch, at, memory);
    this.blockBytes = kernel.vm().machine().profile().device().blockBytes();
  }

  @Override
  public void request(Request request) {
    meter.perform(Primitive.LAYER_WORK);
    toucher.request(request);
    long inode = layout.inode(request.file());
    switch (request.message().operation()) {
      case READ, WRITE ->
          translate(request, layout.leadingTo(request.file(), request.fileOffset()), 0);
      case FLUSH -> withMetadata(request, inode, () -> flush(request, inode));
    }
  }

  @Override
  public void reply(Request request) {
    complete(request);
  }

  // ---- metadata ------------------------------------------------------------------------------

  private void translate(Request request, List<Long> blocks, int level) {
    if (level == blocks.size()) {
      locate(request);
      return;
    }
    withMetadata(request, blocks.get(level), () -> translate(request, blocks, level + 1));
  }

  /** Looks at a metadata block, which is read from the device if it is not in memory. */
  private void withMetadata(Request request, long address, Runnable then) {
    meter.perform(Primitive.BLOCK_LOOKUP);
    Optional<MetadataCache.Block> cached = metadata.find(address);
    if (cached.isPresent()) {
      look(cached.get(), Access.READ);
      then.run();
      return;
    }
    request.path().step(at, "reads a metadata block");
    meter.count(Counter.METADATA_READS, 1);
    read(
        request.path(),
        address,
        FileLayout.BLOCK_BYTES,
        Optional.empty(),
        arrived -> {
          MetadataCache.Block block =
              metadata
                  .find(address)
                  .orElseGet(() -> {
                    MetadataCache.Block fresh =
                        new MetadataCache.Block(arrived.bytes, arrived::giveBack);
                    metadata.keep(address, fresh);
                    return fresh;
                  });
          if (block.bytes != arrived.bytes) {
            arrived.giveBack();
          }
          look(block, Access.READ);
          then.run();
        });
  }

  private void look(MetadataCache.Block block, Access access) {
    if (block.bytes.length() > 0) {
      int bytes = access == Access.WRITE ? INODE_BYTES : POINTER_BYTES;
      kernel.data().touch(block.bytes, 0, bytes, access, Category.METADATA);
    }
  }

  // ---- data ----------------------------------------------------------------------------------

  private void locate(Request request) {
    long address = layout.address(request.file(), request.fileOffset());
    int length = request.message().length();
    long from = address - address % blockBytes;
    long to = Math.ceilDiv(address + length, (long) blockBytes) * blockBytes;
    boolean whole = from == address && to == address + length;
    boolean write = request.message().operation() == Operation.WRITE;
    request.at(address);
    request.expectation().ifPresent(expectation -> expectation.at(address));
    if (write) {
      markChanged(request.file());
    }
    RangeLocks.Span span = new RangeLocks.Span(from, to, write && !whole);
    spans.put(request, span);
    Runnable go = () -> transfer(request, span, whole);
    DomainThread thread = request.path().station(at).thread();
    if (locks.acquire(span, () -> thread.post(go))) {
      go.run();
    }
  }

  private void transfer(Request request, RangeLocks.Span span, boolean whole) {
    int bytes = (int) (span.to() - span.from());
    if (whole) {
      request.path().descend(request, at);
    } else if (request.message().operation() == Operation.WRITE) {
      modify(request, span.from(), bytes);
    } else {
      readPart(request, span.from(), bytes);
    }
  }

  private void readPart(Request request, long from, int span) {
    request.path().step(at, "reads whole blocks for a part of them");
    read(
        request.path(),
        from,
        span,
        request.expectation(),
        arrived -> {
          int skip = (int) (request.deviceAddress() - from);
          deliver(request, arrived, skip);
          complete(request);
        });
  }

  /** Puts what was read where the request wants it, or lets the reply carry it. */
  private void deliver(Request request, Arrived arrived, int skip) {
    int length = request.message().length();
    if (!request.path().movesData()) {
      arrived.giveBack();
      return;
    }
    Payload place = request.held(at);
    if (place instanceof Payload.Nothing) {
      Payload own = memory.take(length);
      kernel.data().copy(arrived.bytes, skip, own, 0, length);
      request.answer(at, own);
    } else {
      Payload reached = request.path().reach(request, at, place);
      kernel.data().copy(arrived.bytes, skip, reached, 0, length);
      if (reached != place) {
        request.path().release(request, at, reached);
      }
      if (request.path().station(at).domain().kernel()) {
        request.answer(at, place);
      }
    }
    arrived.giveBack();
  }

  private void modify(Request request, long from, int span) {
    request.path().step(at, "reads blocks to modify");
    read(
        request.path(),
        from,
        span,
        Optional.empty(),
        arrived -> {
          int skip = (int) (request.deviceAddress() - from);
          merge(request, arrived.bytes, skip);
          write(request, arrived, from, span);
        });
  }

  private void merge(Request request, Payload blocks, int skip) {
    if (!request.path().movesData()) {
      return;
    }
    Payload held = request.held(at);
    Payload reached = request.path().reach(request, at, held);
    kernel.data().copy(reached, 0, blocks, skip, request.message().length());
    if (reached != held) {
      request.path().release(request, at, reached);
    }
  }

  private void write(Request request, Arrived blocks, long from, int span) {
    Path path = request.path();
    path.step(at, "writes modified blocks");
    Request own =
        new Request(
            path,
            at,
            nextId++,
            Operation.WRITE,
            span,
            answered -> {
              blocks.giveBack();
              complete(request);
            });
    own.at(from).expecting(request.expectation()).hold(at, blocks.bytes);
    path.descend(own, at);
  }

  private void complete(Request request) {
    toucher.reply(request);
    request.path().ascend(request, at);
    RangeLocks.Span span = spans.remove(request);
    if (span != null) {
      locks.release(span).forEach(Runnable::run);
    }
  }

  // ---- syncing -------------------------------------------------------------------------------

  private void markChanged(int file) {
    metadata
        .find(layout.inode(file))
        .ifPresent(inode -> {
          look(inode, Access.WRITE);
          inode.dirty(true);
        });
  }

  /** Writes the inode if it changed, unless only data is to be safe, then flushes the device. */
  private void flush(Request request, long inode) {
    MetadataCache.Block block = metadata.find(inode).orElseThrow();
    if (request.dataOnly() || !block.dirty()) {
      request.path().descend(request, at);
      return;
    }
    request.path().step(at, "writes the inode");
    block.dirty(false);
    Request own =
        new Request(
            request.path(),
            at,
            nextId++,
            Operation.WRITE,
            FileLayout.BLOCK_BYTES,
            answered -> request.path().descend(request, at));
    own.at(inode).hold(at, block.bytes);
    request.path().descend(own, at);
  }

  // ---- requests of its own -------------------------------------------------------------------

  /** Bytes that the file system has read for itself, and the memory it meant them for. */
  private final class Arrived {
    private final Request request;
    private final Payload bytes;
    private final Payload own;

    Arrived(Request request, Payload own) {
      this.request = request;
      this.own = own;
      Payload answer = request.reply(at);
      this.bytes = answer.length() == 0 ? own : answer;
    }

    void giveBack() {
      if (bytes != own) {
        request.path().release(request, at, bytes);
      }
      memory.giveBack(own);
    }
  }

  private void read(
      Path path,
      long address,
      int length,
      Optional<Expectation> expectation,
      Consumer<Arrived> then) {
    Payload own = path.movesData() ? memory.take(length) : Payload.NOTHING;
    Request request =
        new Request(
            path,
            at,
            nextId++,
            Operation.READ,
            length,
            answered -> then.accept(new Arrived(answered, own)));
    request.at(address).expecting(expectation).hold(at, own);
    path.descend(request, at);
  }

  /** Lets go of all metadata in memory; there must be no operation under way. */
  public void close() {
    if (!locks.idle()) {
      throw new IllegalStateException("operations are under way in the file system");
    }
    metadata.clear();
  }
}
