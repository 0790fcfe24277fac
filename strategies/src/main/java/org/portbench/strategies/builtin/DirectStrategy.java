package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * An in-kernel stack: one system call, then function calls. The driver holds the client's pages
 * through the client's addresses, as BSD's physio does; what the file system has in memory is
 * copied to them (uiomove). The ceiling: nothing crosses.
 */
public final class DirectStrategy implements MessagingStrategy {

  @Override
  public String name() {
    return "direct";
  }

  @Override
  public String description() {
    return "in-kernel stack, function calls on the client's own pages: the ceiling";
  }

  @Override
  public PortKind ports() {
    return new PortKind.Call();
  }

  @Override
  public boolean crossesDomains() {
    return false;
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    if (!message.reply()) {
      return held;
    }
    if (held instanceof ObjectRanges inMemory) {
      crossing.kernel().copy(crossing.sender(), inMemory, message.destination());
    }
    return Payload.NOTHING;
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return inTransit;
  }

  /** What was received is the client's own memory. */
  @Override
  public void release(Crossing crossing, Message message, Payload payload) {
    if (!(payload instanceof AddressRanges)) {
      crossing.kernel().giveBack(crossing.receiver(), payload);
    }
  }
}
