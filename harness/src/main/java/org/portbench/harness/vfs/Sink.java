package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portbench.hardware.cost.Meter;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * A last layer that answers by itself, as the far end of a pipe, a server with a file in memory or
 * a null call does: no device lies below it. It takes a write and hands out a read from memory of
 * its own. Where it touches data it looks at every byte it takes and writes every byte that it
 * hands out anew; otherwise it hands out what it has, by turns from two buffers, so that what came
 * before is never right again.
 */
public final class Sink implements Stage {
  private static final int BUFFERS = 2;

  /** Apart from those of clients, from zeroes and from what is on a medium. */
  private static final long FIRST_ORIGIN = 1L << 62;

  private final Kernel kernel;
  private final Meter meter;
  private final int at;
  private final Touching touching;
  private final Toucher toucher;
  private final Addressing addressing;
  private final OwnMemory memory;
  private final Delivery delivery;
  private final Map<Integer, Shelf> shelves = new TreeMap<>();
  private Shelf last;
  private long nextOrigin = FIRST_ORIGIN;

  /** The buffers for one length, and each as it goes with a reply: not to be given back. */
  private static final class Shelf {
    private final int length;
    private final List<Payload> buffers = new ArrayList<>();
    private final List<Payload> standing = new ArrayList<>();
    private final long[] origins = new long[BUFFERS];
    private int turn;

    private Shelf(int length) {
      this.length = length;
    }
  }

  public Sink(Kernel kernel, int at, Touching touching, Addressing addressing, OwnMemory memory) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.at = at;
    this.touching = touching;
    this.addressing = addressing;
    this.toucher = new Toucher(touching, addressing, at, memory);
    this.memory = memory;
    this.delivery = new Delivery(kernel, at);
  }

  @Override
  public void request(Request request) {
    addressing.request(request);
    toucher.request(request);
    if (request.path().movesData()) {
      switch (request.message().operation()) {
        case READ -> handOut(request);
        case WRITE -> take(request);
        case FLUSH -> {}
      }
    }
    addressing.reply(request);
    request.path().ascend(request, at);
  }

  @Override
  public void reply(Request request) {
    throw new IllegalStateException("nothing lies below what answers by itself");
  }

  private void take(Request request) {
    Expectation expectation = request.expectation().orElseThrow();
    int length = request.message().length();
    expectation.answered(
        kernel.holds(request.held(at), expectation.bytesIn(Payload.NOTHING), length));
  }

  private void handOut(Request request) {
    int length = request.message().length();
    if (length == 0) {
      return;
    }
    request.path().step(at, "hands out its own data");
    request.path().answersItself(at);
    Shelf shelf = shelf(length);
    int turn = shelf.turn;
    shelf.turn = (turn + 1) % BUFFERS;
    Payload own = shelf.buffers.get(turn);
    if (touching.of(request.message().id()) == Touch.DATA) {
      shelf.origins[turn] = nextOrigin++;
      kernel.data().produce(own, shelf.origins[turn], 0);
    }
    request.expectation().orElseThrow().answered(shelf.origins[turn]);
    if (carried(request)) {
      request.answer(at, shelf.standing.get(turn));
    } else {
      delivery.deliver(request, own, 0);
    }
  }

  /** Whether the reply is to carry the data: nobody said where it is wanted. */
  private boolean carried(Request request) {
    Path path = request.path();
    return request.held(at) instanceof Payload.Nothing && !path.station(at).domain().kernel();
  }

  /** Requests mostly have one length: then it is the shelf that was asked for last. */
  private Shelf shelf(int length) {
    if (last == null || last.length != length) {
      last = shelves.computeIfAbsent(length, this::filled);
    }
    return last;
  }

  /** What was there before anybody asked. */
  private Shelf filled(int length) {
    Shelf shelf = new Shelf(length);
    meter.setUp(() -> {
      for (int i = 0; i < BUFFERS; i++) {
        Payload buffer = memory.take(length);
        shelf.origins[i] = nextOrigin++;
        kernel.data().produce(buffer, shelf.origins[i], 0);
        shelf.buffers.add(buffer);
        shelf.standing.add(standing(buffer));
      }
    });
    return shelf;
  }

  private static Payload standing(Payload own) {
    return own instanceof AddressRanges ranges
        ? new AddressRanges(ranges.map(), ranges.ranges(), AddressRanges.Tenure.STANDING)
        : own;
  }

  /** Gives its memory back; no request may be under way. */
  public void close() {
    shelves.values().forEach(shelf -> shelf.buffers.forEach(memory::giveBack));
    shelves.clear();
    last = null;
  }
}
