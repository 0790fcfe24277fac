package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.vm.Access;

/**
 * Dillon's proposal of 2003: ranges of VM objects in the iovec. The reference passes from domain to
 * domain, nobody maps the data, the driver holds the object's pages for the transfer only. It was
 * never built end to end; Zircon's block protocol is its nearest working form. What is shared stays
 * live: a sender that writes before the reply is seen. Sending and receiving are two system calls,
 * as with Zircon's FIFOs, while Mach has one call for both: the proposal says nothing about it.
 */
public final class VmObjectStrategy implements MessagingStrategy {

  @Override
  public String name() {
    return "vm-object";
  }

  @Override
  public String description() {
    return "Dillon 2003: (object, offset, length) in the iovec; nobody maps, pages held for the"
        + " DMA";
  }

  @Override
  public PortKind ports() {
    return PortKind.Queue.light(0);
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    return switch (held) {
      case Payload.Nothing nothing -> nothing;
      case ObjectRanges ranges when message.reply() && !inMemory(message, ranges) ->
          Payload.NOTHING;
      case ObjectRanges ranges -> again(crossing, ranges);
      case AddressRanges memory -> named(crossing.kernel(), message, memory);
      default -> throw new IllegalStateException("vm-object has no object to name in " + held);
    };
  }

  /** A reply whose data is only to be read has it where the file system has it, not where asked. */
  private static boolean inMemory(Message message, ObjectRanges ranges) {
    return message.carriesData() && ranges.onlyRead();
  }

  private static ObjectRanges again(Crossing crossing, ObjectRanges ranges) {
    return crossing.sender() instanceof Domain.InTask(var task)
        ? crossing.kernel().fromHandles(task, ranges)
        : crossing.kernel().refer(ranges);
  }

  private static ObjectRanges named(Kernel kernel, Message message, AddressRanges memory) {
    if (message.reply() && memory.tenure() == Tenure.STANDING) {
      return kernel.refer(memory, Access.READ);
    }
    if (message.reply() && message.carriesData()) {
      throw new IllegalStateException(
          "vm-object puts data where it is wanted, not at " + memory.ranges());
    }
    return kernel.refer(memory, message.deviceAccess());
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return crossing.receiver() instanceof Domain.InTask(var task)
            && inTransit instanceof ObjectRanges ranges
        ? crossing.kernel().toHandles(task, ranges)
        : inTransit;
  }
}
