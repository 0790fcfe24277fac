package org.portbench.harness.vfs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * What a layer has to be given before it sees a request: one that does not accept data without an
 * address gets one, until the reply has passed. In the kernel the layers below find the data mapped
 * then and need nothing more; a layer in a task maps it for itself alone. The same is done with an
 * answer that lies elsewhere, on its way up. Who answers from memory of its own needs no address
 * for that.
 */
public final class Addressing {
  private final int at;
  private final boolean refuses;
  private final Optional<Addressing> above;
  private final Map<Request, Shown> shown = new HashMap<>();
  private final Map<Request, Shown> answers = new HashMap<>();

  private record Shown(Payload original, Payload mapped) {}

  /**
   * @param refuses whether the layer takes nothing without an address
   * @param above that of the layer above, if it refuses too and both are in the kernel
   */
  Addressing(int at, boolean refuses, Optional<Addressing> above) {
    this.at = at;
    this.refuses = refuses;
    this.above = above;
  }

  void request(Request request) {
    Payload held = request.held(at);
    if (!refuses || held.length() == 0) {
      return;
    }
    Payload mapped = addressed(request, held);
    if (mapped != held) {
      shown.put(request, new Shown(held, mapped));
      if (inKernel(request)) {
        request.hold(at, mapped);
      }
    }
  }

  /** An answer has come from below. */
  void answered(Request request) {
    Payload answer = request.reply(at);
    if (!refuses || answer.length() == 0 || answer == request.held(at)) {
      return;
    }
    if (top().answers.containsKey(request)) {
      return;
    }
    Payload mapped = addressed(request, answer);
    if (mapped != answer) {
      top().answers.put(request, new Shown(answer, mapped));
      if (inKernel(request)) {
        request.answer(at, mapped);
      }
    }
  }

  private Payload addressed(Request request, Payload its) {
    request.path().step(at, "wants an address");
    return request.path().address(request, at, its);
  }

  /** The last in the kernel that an answer passes: it takes the mapping away. */
  private Addressing top() {
    return above.map(Addressing::top).orElse(this);
  }

  /** Where the layer sees data that it holds. */
  Payload seen(Request request, Payload held) {
    return refuses ? seen(answers.get(request), seen(shown.get(request), held)) : held;
  }

  private static Payload seen(Shown its, Payload held) {
    return its != null && its.original == held ? its.mapped : held;
  }

  void reply(Request request) {
    if (!refuses) {
      return;
    }
    Shown its = shown.remove(request);
    if (its != null) {
      if (inKernel(request)) {
        request.hold(at, its.original);
      }
      restore(request, its);
    }
    Shown answer = answers.remove(request);
    if (answer != null) {
      restore(request, answer);
    }
  }

  private void restore(Request request, Shown its) {
    if (request.reply(at) == its.mapped) {
      request.answer(at, its.original);
    }
    request.path().unaddress(request, at, its.mapped);
  }

  private boolean inKernel(Request request) {
    return request.path().station(at).domain().kernel();
  }
}
