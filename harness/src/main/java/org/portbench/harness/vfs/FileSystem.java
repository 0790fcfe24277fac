package org.portbench.harness.vfs;

import java.util.HashMap;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.measure.MediumJudge;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;
import org.portbench.harness.vfs.RangeLocks.Span;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message.Operation;

/**
 * The last layer: knows where a file's bytes are. It looks that up in metadata of its own, passes
 * on what covers whole blocks, and takes care of what does not.
 */
public final class FileSystem implements Stage {
  private final Meter meter;
  private final int at;
  private final FileLayout layout;
  private final Toucher toucher;
  private final Addressing addressing;
  private final Metadata metadata;
  private final PartialBlocks partial;
  private final FileCache cache;
  private final RangeLocks locks = new RangeLocks();
  private final Map<Request, Span> spans = new HashMap<>();
  private final int blockBytes;

  public FileSystem(
      Kernel kernel,
      int at,
      FileLayout layout,
      Touching touching,
      Addressing addressing,
      OwnMemory memory,
      Cache cache) {
    this.meter = kernel.vm().machine().meter();
    this.at = at;
    this.layout = layout;
    this.addressing = addressing;
    this.toucher = new Toucher(touching, addressing, at, memory);
    OwnRequests own = new OwnRequests(at, memory);
    this.metadata = new Metadata(kernel, at, own);
    this.partial = new PartialBlocks(kernel, at, own);
    this.cache = new FileCache(kernel, at, memory.domain(), layout, cache.share, cache.judge, own);
    this.blockBytes = kernel.vm().machine().profile().device().blockBytes();
  }

  /**
   * What is kept in memory of files.
   *
   * @param judge is told what is answered from there and what has not been written yet
   */
  public record Cache(CachedShare share, MediumJudge judge) {}

  @Override
  public void request(Request request) {
    meter.perform(Primitive.LAYER_WORK);
    addressing.request(request);
    toucher.request(request);
    switch (request.message().operation()) {
      case READ, WRITE -> {
        if (request.message().length() == 0) {
          complete(request);
        } else {
          metadata.follow(
              request,
              layout.leadingTo(request.file(), request.fileOffset()),
              () -> locate(request));
        }
      }
      case FLUSH -> flush(request);
    }
  }

  @Override
  public void reply(Request request) {
    complete(request);
  }

  /** Metadata has said where the bytes are; whoever modifies the same blocks goes first. */
  private void locate(Request request) {
    long address = layout.address(request.file(), request.fileOffset());
    request.at(address);
    request.expectation().ifPresent(expectation -> expectation.at(address));
    boolean write = request.message().operation() == Operation.WRITE;
    if (write) {
      metadata.changed(layout.inode(request.file()));
    }
    Span whole = Span.around(address, request.message().length(), blockBytes);
    boolean aligned = whole.from() == address && whole.bytes() == request.message().length();
    Span span = write && !(aligned && cache.none()) ? whole.alone() : whole;
    spans.put(request, span);
    Runnable go = () -> transfer(request, span, aligned);
    DomainThread thread = request.path().station(at).thread();
    if (locks.acquire(span, () -> thread.post(go))) {
      go.run();
    }
  }

  private void transfer(Request request, Span span, boolean aligned) {
    Runnable below = () -> pass(request, span, aligned);
    if (cache.none() || request.message().length() == 0) {
      below.run();
    } else if (request.message().operation() == Operation.WRITE) {
      cache.write(request, () -> complete(request), below);
    } else {
      cache.read(request, () -> complete(request), below);
    }
  }

  private void pass(Request request, Span span, boolean aligned) {
    if (aligned) {
      request.path().descend(request, at);
    } else if (request.message().operation() == Operation.WRITE) {
      partial.write(request, span, () -> complete(request));
    } else {
      partial.read(request, span, () -> complete(request));
    }
  }

  private void complete(Request request) {
    toucher.reply(request);
    addressing.reply(request);
    request.path().ascend(request, at);
    Span span = spans.remove(request);
    if (span != null) {
      locks.release(span).forEach(Runnable::run);
    }
  }

  /** Makes dirty pages safe, then the inode, unless only data is asked for, then the device's. */
  private void flush(Request request) {
    if (cache.none()) {
      flushBelow(request);
    } else {
      cache.sync(request, () -> flushBelow(request));
    }
  }

  private void flushBelow(Request request) {
    Runnable down = () -> request.path().descend(request, at);
    if (request.dataOnly()) {
      down.run();
      return;
    }
    long inode = layout.inode(request.file());
    metadata.with(request, inode, () -> metadata.makeSafe(request, inode, down));
  }

  /** Writes all that is only in memory, by way of one client's path. */
  public void sync(Path path) {
    cache.syncAll(path);
  }

  /** Lets go of all metadata and file pages in memory; there must be no operation under way. */
  public void close() {
    if (!locks.idle()) {
      throw new IllegalStateException("operations are under way in the file system");
    }
    metadata.close();
    cache.close();
  }
}
