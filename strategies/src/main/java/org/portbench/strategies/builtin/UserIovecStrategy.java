package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * What Dillon wanted to replace: the iovec names ranges of the client's addresses, and goes through
 * all layers as it is. Whoever needs the pages finds them through the owner's map, faults in what
 * is missing and holds them: the driver for the transfer (BSD's physio), a layer that touches data
 * for as long as it shows them at addresses of its own (vmapbuf). What is shared stays live.
 *
 * <p>BSD never sent a uio to another task. Messages cost here what they cost for ranges of objects,
 * so that the two differ in what they name and in nothing else.
 */
public final class UserIovecStrategy implements MessagingStrategy {
  private static final int IOVEC_BYTES = 16;

  @Override
  public String name() {
    return "user-iovec";
  }

  @Override
  public String description() {
    return "BSD uio and physio: user address ranges in the iovec, pages held through the owner's"
        + " map";
  }

  @Override
  public PortKind ports() {
    return PortKind.Queue.light(IOVEC_BYTES);
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    return switch (held) {
      case Payload.Nothing nothing -> nothing;
      case ObjectRanges inMemory -> copied(crossing, message, inMemory);
      case AddressRanges inMemory when message.reply() && inMemory.tenure() == Tenure.STANDING ->
          copied(crossing, message, inMemory);
      case AddressRanges lent when message.reply() && lent.tenure() == Tenure.BORROWED ->
          Payload.NOTHING;
      case AddressRanges memory when !message.reply() ->
          crossing.kernel().lend(memory, message.deviceAccess());
      default ->
          throw new IllegalStateException(
              "user-iovec puts data where it is wanted, not at " + held);
    };
  }

  /** What a file system has in memory the kernel copies to the addresses that were named. */
  private static Payload copied(Crossing crossing, Message message, Payload inMemory) {
    crossing.kernel().copyAcross(inMemory, message.destination());
    return Payload.NOTHING;
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return inTransit;
  }
}
