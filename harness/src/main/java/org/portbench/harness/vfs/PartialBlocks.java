package org.portbench.harness.vfs;

import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.vfs.OwnRequests.Arrived;
import org.portbench.harness.vfs.OwnRequests.Errand;
import org.portbench.harness.vfs.RangeLocks.Span;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * A read or write that begins or ends within a block. It goes through whole blocks in memory of the
 * file system's own, which has to touch the data for once: a write modifies what it read there.
 */
final class PartialBlocks {
  private final Kernel kernel;
  private final int at;
  private final OwnRequests own;
  private final Delivery delivery;
  private final Request request;
  private final Span span;
  private final Runnable then;
  private final Consumer<Errand> delivering = this::deliver;
  private final Consumer<Errand> merging = this::merge;
  private final Consumer<Errand> written = this::written;
  private Optional<Arrived> modified = Optional.empty();

  /**
   * @param span the whole blocks of the request, whichever it is at the time
   */
  PartialBlocks(Kernel kernel, int at, OwnRequests own, Request request, Span span, Runnable then) {
    this.kernel = kernel;
    this.at = at;
    this.own = own;
    this.delivery = new Delivery(kernel, at);
    this.request = request;
    this.span = span;
    this.then = then;
  }

  void read() {
    Path path = request.path();
    path.step(at, "reads whole blocks for a part of them");
    own.read(path, span.from(), span.bytes(), request.expectation(), delivering);
  }

  private void deliver(Errand blocks) {
    if (request.path().movesData()) {
      delivery.deliver(request, blocks.bytes(), skip());
    }
    blocks.giveBack();
    then.run();
  }

  void write() {
    Path path = request.path();
    path.step(at, "reads blocks to modify");
    own.read(path, span.from(), span.bytes(), Optional.empty(), merging);
  }

  private void merge(Errand blocks) {
    Path path = request.path();
    if (path.movesData()) {
      int length = request.message().length();
      Payload held = request.held(at);
      Payload bytes = path.reach(request, at, held);
      kernel.data().copy(bytes, 0, blocks.bytes(), skip(), length);
      path.letGo(request, at, held, bytes);
    }
    path.step(at, "writes modified blocks");
    modified = blocks.itself();
    own.write(path, span.from(), span.bytes(), blocks.bytes(), request.expectation(), written);
  }

  private void written(Errand write) {
    write.over();
    modified.orElseThrow().giveBack();
    modified = Optional.empty();
    then.run();
  }

  private int skip() {
    return (int) (request.deviceAddress() - span.from());
  }
}
