package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.vm.AllOrNothing;

/**
 * Fbufs, cached and volatile (Druschel and Peterson, SOSP'93): data lies in buffers of the path
 * from its origin on, at the same address for everybody, written by whoever owns it and read by all
 * others. The first time that a domain sees a buffer it is mapped there and stays so; from then on
 * a message carries addresses and counts references, and nothing happens in any map. A client has
 * its data there from the start, and finds what it read there; what lies elsewhere is copied there
 * first. Volatile: who wrote a buffer can still write to it.
 *
 * <p>Where we differ: what the driver fills is a buffer of the reader's, who names it in the
 * request, whereas a network's driver finds the path of what arrives by itself and owns it.
 */
public final class FbufsStrategy implements MessagingStrategy {
  private static final int RANGE_BYTES = 16;

  @Override
  public String name() {
    return "fbufs";
  }

  @Override
  public String description() {
    return "Druschel & Peterson 1993: cached, volatile buffers at the same address everywhere";
  }

  @Override
  public PortKind ports() {
    return PortKind.Queue.light(RANGE_BYTES);
  }

  @Override
  public Payload buffer(Crossing here, int length) {
    return switch (here.receiver()) {
      case Domain.InTask(var task) -> here.kernel().pathBuffers().take(task, length);
      case Domain.InKernel _ -> MessagingStrategy.super.buffer(here, length);
    };
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    Kernel kernel = crossing.kernel();
    if (!message.carriesData() && !message.asksForData()) {
      return Payload.NOTHING;
    }
    return switch (held) {
      case Payload.Nothing nothing -> nothing;
      case PathBuffers buffers -> kernel.pathBuffers().retained(buffers);
      case AddressRanges own when own.tenure() == Tenure.SHARED -> kernel.pathBuffers().refer(own);
      default -> elsewhere(crossing, message, held);
    };
  }

  /** A buffer for what comes from below; what goes there, or up, is copied into it. */
  private static Payload elsewhere(Crossing crossing, Message message, Payload held) {
    Kernel kernel = crossing.kernel();
    Domain origin = crossing.sender().kernel() ? crossing.receiver() : crossing.sender();
    if (!(origin instanceof Domain.InTask(var task))) {
      throw new IllegalStateException("fbufs has no path between the kernel and itself");
    }
    PathBuffers buffers = kernel.pathBuffers().reserve(task, held.length());
    if (message.carriesData()) {
      AllOrNothing.run(
          () -> kernel.copy(crossing.sender(), held, buffers),
          () -> kernel.giveBack(origin, buffers));
    }
    return buffers;
  }

  /** Who gets back what it named has it already. */
  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    if (!(crossing.receiver() instanceof Domain.InTask(var task))
        || !(inTransit instanceof PathBuffers buffers)) {
      return inTransit;
    }
    AddressRanges seen = crossing.kernel().pathBuffers().see(task, buffers);
    if (message.destination() instanceof AddressRanges wanted
        && wanted.tenure() == Tenure.SHARED
        && wanted.ranges().equals(seen.ranges())) {
      crossing.kernel().giveBack(crossing.receiver(), seen);
      return wanted;
    }
    return seen;
  }
}
