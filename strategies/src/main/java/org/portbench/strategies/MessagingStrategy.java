package org.portbench.strategies;

import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * A way of passing I/O data between protection domains. A strategy chooses; the kernel's
 * primitives, which it reaches through the crossing, do the work and charge for it. It names no
 * time and keeps no statistics. It may keep state: each cell has its own instance.
 *
 * <p>Of one request each crossing sees, on the way down and again for the reply on the way up:
 * {@link #send} in the sender, then {@link #receive} in the receiver; and {@link #release} once for
 * each payload that send, receive or reach returned, except where receive took over what send
 * returned.
 */
public interface MessagingStrategy {

  /** The name by which users ask for it. */
  String name();

  /** One line: where it comes from and how data crosses. */
  String description();

  /** The kind of port its messages go to, for which the kernel charges by itself. */
  PortKind ports();

  /** Whether layers get domains of their own; otherwise they all run in the client's. */
  default boolean crossesDomains() {
    return true;
  }

  /** Once, before anything is asked and uncharged: makes the kernel do as the strategy's would. */
  default void open(Kernel kernel) {}

  /** Memory for the data of somebody's own requests, to be given back by its kernel's way. */
  default Payload buffer(Crossing here, int length) {
    return here.kernel().buffer(here.receiver(), length);
  }

  /**
   * In the sender: turns what it holds into what travels. The kernel then queues or destroys it.
   */
  Payload send(Crossing crossing, Message message, Payload held);

  /** In the receiver: turns what travelled into what it holds. */
  Payload receive(Crossing crossing, Message message, Payload inTransit);

  /** A layer must touch the data and asks for a way to address it. */
  default Payload reach(Crossing crossing, Message message, Payload held) {
    return crossing.kernel().reach(crossing.receiver(), held);
  }

  /** Gives a payload back: also one whose message was destroyed in a queue. */
  default void release(Crossing crossing, Message message, Payload payload) {
    crossing.kernel().giveBack(crossing.receiver(), payload);
  }
}
