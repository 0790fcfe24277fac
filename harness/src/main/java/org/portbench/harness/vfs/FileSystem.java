package org.portbench.harness.vfs;

import java.util.function.Function;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.measure.MediumJudge;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;
import org.portbench.harness.vfs.RangeLocks.Span;
import org.portbench.strategies.kernel.Kernel;

/**
 * The last layer: knows where a file's bytes are. It looks that up in metadata of its own, passes
 * on what covers whole blocks, and takes care of what does not.
 */
public final class FileSystem implements Stage {
  private final Kernel kernel;
  private final Meter meter;
  private final int at;
  private final FileLayout layout;
  private final Toucher toucher;
  private final Addressing addressing;
  private final OwnRequests own;
  private final Metadata metadata;
  private final FileCache cache;
  private final RangeLocks locks = new RangeLocks();
  private final int blockBytes;
  private final Function<Request, Passage> newPassage = this::newPassage;

  public FileSystem(
      Kernel kernel,
      int at,
      FileLayout layout,
      Touching touching,
      Addressing addressing,
      OwnMemory memory,
      Cache cache) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.at = at;
    this.layout = layout;
    this.addressing = addressing;
    this.toucher = new Toucher(touching, addressing, at, memory);
    this.own = new OwnRequests(at, memory);
    this.metadata = new Metadata(kernel, at, own);
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
    passage(request).begin();
  }

  @Override
  public void reply(Request request) {
    passage(request).complete();
  }

  private Passage passage(Request request) {
    return request.state(at, newPassage);
  }

  private Passage newPassage(Request request) {
    return new Passage(this, request);
  }

  /** A request's passage is over. */
  void answer(Request request) {
    toucher.reply(request);
    addressing.reply(request);
    request.path().ascend(request, at);
  }

  // ---- what a passage works with ---------------------------------------------------------------

  int at() {
    return at;
  }

  FileLayout layout() {
    return layout;
  }

  Metadata metadata() {
    return metadata;
  }

  FileCache cache() {
    return cache;
  }

  RangeLocks locks() {
    return locks;
  }

  int blockBytes() {
    return blockBytes;
  }

  PartialBlocks partialBlocks(Request request, Span span, Runnable then) {
    return new PartialBlocks(kernel, at, own, request, span, then);
  }

  // ---- between requests ------------------------------------------------------------------------

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
