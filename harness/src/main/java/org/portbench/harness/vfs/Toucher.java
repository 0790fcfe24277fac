package org.portbench.harness.vfs;

import org.portbench.hardware.cost.Category;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.DataAccess;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;

/**
 * How a layer looks at what passes: at data on its way down for a write, on its way up for a read.
 */
final class Toucher {
  private static final int ATTRIBUTE_BYTES = 128;

  private final Touching touching;
  private final Addressing addressing;
  private final int at;
  private final OwnMemory memory;

  Toucher(Touching touching, Addressing addressing, int at, OwnMemory memory) {
    this.touching = touching;
    this.addressing = addressing;
    this.at = at;
    this.memory = memory;
  }

  void request(Request request) {
    switch (touching.of(request.message().id())) {
      case NOTHING -> {}
      case METADATA -> touchAttributes(request.path());
      case DATA -> {
        if (request.message().carriesData()) {
          touchData(request, request.held(at));
        }
      }
    }
  }

  void reply(Request request) {
    boolean dataCameUp = request.message().operation() == Message.Operation.READ;
    if (dataCameUp && touching.of(request.message().id()) == Touch.DATA) {
      Payload answer = request.reply(at);
      touchData(request, answer instanceof Payload.Nothing ? request.held(at) : answer);
    }
  }

  private void touchAttributes(Path path) {
    if (path.movesData()) {
      DataAccess data = path.kernel().data();
      data.touch(memory.attributes(), 0, ATTRIBUTE_BYTES, Access.READ, Category.METADATA);
    }
  }

  private void touchData(Request request, Payload its) {
    if (its.length() == 0) {
      return;
    }
    Payload payload = addressing.seen(request, its);
    Path path = request.path();
    path.step(at, "touches the data");
    Payload reached = path.reach(request, at, payload);
    touch(request, payload, reached);
    path.letGo(request, at, payload, reached);
  }

  private static void touch(Request request, Payload payload, Payload reached) {
    if (reached.length() != payload.length()) {
      throw new IllegalStateException(
          "a layer asked for " + payload.length() + " bytes and reaches " + reached.length());
    }
    DataAccess data = request.path().kernel().data();
    if (request.expectation().isPresent()) {
      Expectation expectation = request.expectation().get();
      expectation.seen(data.consume(reached, expectation.bytesIn(payload)));
    } else {
      data.touch(reached, 0, reached.length(), Access.READ, Category.TOUCH);
    }
  }
}
