package org.portbench.strategies.builtin;

import java.util.Set;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Costs;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Format;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Items;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Manner;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.vm.Access;

/**
 * Objects attached once, 32-byte requests afterwards: Zircon's vmoid table between tasks,
 * io_uring's fixed buffers at the kernel. A request names (number, offset, length); its receiver
 * looks the number up. The first request with an object attaches it to each domain that it reaches,
 * at the price of a table slot, and the kernel pins its pages until it is detached; pages are
 * mapped for the device per transfer, as io_uring does and as Zircon, which pins per transfer, does
 * too. A layer that touches data maps the object once and keeps it mapped. What is shared stays
 * live.
 */
public final class RegisteredStrategy implements MessagingStrategy {
  private static final int REQUEST_BYTES = 32;
  private static final int FIFO_ENTRIES = 128;

  /** A FIFO of one page; a slot of a table; an entry of the FIFO. */
  private static final PortKind.Queue.Memory MEMORY = new PortKind.Queue.Memory(4096, 16, 32);

  @Override
  public String name() {
    return "registered";
  }

  @Override
  public String description() {
    return "Zircon vmoid, io_uring fixed buffers: attached and pinned once, 32-byte requests";
  }

  @Override
  public PortKind ports() {
    return new PortKind.Queue(
        "fifo",
        FIFO_ENTRIES,
        new Costs(Primitive.LIGHT_SEND, Primitive.LIGHT_RECEIVE, Primitive.LIGHT_KERNEL_CALL),
        new Format(REQUEST_BYTES, 0, Items.OPAQUE),
        Set.of(Manner.KERNEL_REPLIES, Manner.ANSWERS_AT_ONCE),
        MEMORY);
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    Kernel kernel = crossing.kernel();
    return switch (held) {
      case Payload.Nothing nothing -> nothing;
      case RegisteredRange ranges when message.reply() && !inMemory(message, ranges) ->
          Payload.NOTHING;
      case AddressRanges memory when !message.reply() ->
          kernel.registrations().name(memory, message.deviceAccess());
      case AddressRanges inMemory when inMemory.tenure() == Tenure.STANDING ->
          kernel.registrations().name(inMemory, Access.READ);
      case ObjectRanges inMemory -> kernel.registrations().name(inMemory);
      case RegisteredRange ranges -> kernel.registrations().used(ranges);
      default -> throw new IllegalStateException("registered has no number for " + held);
    };
  }

  /** A reply whose data is only to be read has it where the file system has it, not where asked. */
  private static boolean inMemory(Message message, RegisteredRange ranges) {
    return message.carriesData() && ranges.named().onlyRead();
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return inTransit instanceof RegisteredRange ranges
        ? crossing.kernel().registrations().found(crossing.receiver(), ranges)
        : inTransit;
  }
}
