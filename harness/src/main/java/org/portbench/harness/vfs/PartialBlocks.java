package org.portbench.harness.vfs;

import java.util.Optional;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.vfs.RangeLocks.Span;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * Reads and writes that begin or end within a block. They go through whole blocks in memory of the
 * file system's own, which has to touch the data for once: a write modifies what it read there.
 */
final class PartialBlocks {
  private final Kernel kernel;
  private final int at;
  private final OwnRequests own;
  private final Delivery delivery;

  PartialBlocks(Kernel kernel, int at, OwnRequests own) {
    this.kernel = kernel;
    this.at = at;
    this.own = own;
    this.delivery = new Delivery(kernel, at);
  }

  void read(Request request, Span span, Runnable then) {
    request.path().step(at, "reads whole blocks for a part of them");
    own.read(
        request.path(),
        span.from(),
        span.bytes(),
        request.expectation(),
        blocks -> {
          if (request.path().movesData()) {
            delivery.deliver(request, blocks.bytes(), skip(request, span));
          }
          blocks.giveBack();
          then.run();
        });
  }

  void write(Request request, Span span, Runnable then) {
    Path path = request.path();
    path.step(at, "reads blocks to modify");
    own.read(
        path,
        span.from(),
        span.bytes(),
        Optional.empty(),
        blocks -> {
          if (path.movesData()) {
            merge(request, blocks.bytes(), skip(request, span));
          }
          path.step(at, "writes modified blocks");
          own.write(
              path,
              span.from(),
              span.bytes(),
              blocks.bytes(),
              request.expectation(),
              () -> {
                blocks.giveBack();
                then.run();
              });
        });
  }

  private void merge(Request request, Payload blocks, int skip) {
    int length = request.message().length();
    request
        .path()
        .reached(
            request,
            at,
            request.held(at),
            bytes -> kernel.data().copy(bytes, 0, blocks, skip, length));
  }

  private static int skip(Request request, Span span) {
    return (int) (request.deviceAddress() - span.from());
  }
}
