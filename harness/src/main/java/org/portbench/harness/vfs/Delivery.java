package org.portbench.harness.vfs;

import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;

/** How a layer answers a read with bytes that it has itself. */
record Delivery(Kernel kernel, int at) {

  /** Puts them where the request wants them, or lets the reply carry a copy. */
  void deliver(Request request, Payload bytes, int skip) {
    int length = request.message().length();
    Payload place = request.held(at);
    if (place instanceof Payload.Nothing || !writable(place)) {
      Payload part = request.path().buffer(at, length);
      kernel.data().copy(bytes, skip, part, 0, length);
      request.answer(at, part);
      return;
    }
    Payload target = request.path().reach(request, at, place);
    kernel.data().copy(bytes, skip, target, 0, length);
    request.path().letGo(request, at, place, target);
    if (request.path().station(at).domain().kernel()) {
      request.answer(at, place);
    }
  }

  /** Some strategies show the place for the data to whoever passes it on, to be looked at only. */
  private static boolean writable(Payload place) {
    return !(place instanceof AddressRanges shown) || shown.rights() == Access.WRITE;
  }
}
