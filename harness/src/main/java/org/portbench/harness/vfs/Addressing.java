package org.portbench.harness.vfs;

import java.util.HashMap;
import java.util.Map;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * What a layer has to be given before it sees a request: one that does not accept data without an
 * address gets one, until the reply has passed. In the kernel the layers below find the data mapped
 * then and need nothing more; a layer in a task maps it for itself alone.
 */
public final class Addressing {
  private final int at;
  private final boolean refuses;
  private final Map<Request, Shown> shown = new HashMap<>();

  private record Shown(Payload original, Payload mapped) {}

  /**
   * @param refuses whether the layer takes nothing without an address
   */
  Addressing(int at, boolean refuses) {
    this.at = at;
    this.refuses = refuses;
  }

  void request(Request request) {
    Payload held = request.held(at);
    if (!refuses || held.length() == 0) {
      return;
    }
    Path path = request.path();
    path.step(at, "wants an address");
    Payload mapped = path.address(request, at, held);
    if (mapped != held) {
      shown.put(request, new Shown(held, mapped));
      if (inKernel(path)) {
        request.hold(at, mapped);
      }
    }
  }

  /** Where the layer sees data that it holds. */
  Payload seen(Request request, Payload held) {
    Shown its = shown.get(request);
    return its != null && its.original == held ? its.mapped : held;
  }

  void reply(Request request) {
    Shown its = shown.remove(request);
    if (its == null) {
      return;
    }
    Path path = request.path();
    if (inKernel(path)) {
      request.hold(at, its.original);
      if (request.reply(at) == its.mapped) {
        request.answer(at, its.original);
      }
    }
    path.unaddress(request, at, its.mapped);
  }

  private boolean inKernel(Path path) {
    return path.station(at).domain().kernel();
  }
}
