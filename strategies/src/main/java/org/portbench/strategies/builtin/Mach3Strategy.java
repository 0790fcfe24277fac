package org.portbench.strategies.builtin;

import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.ipc.Payload.PageList;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * CMU Mach 3.0 as known in 2003: typed messages to ports with a queue of five, data out of line as
 * a virtual copy, or moved when the sender gives it up. The device is a kernel object: its requests
 * are served inline, their pages listed, kept in place and shown to the driver at kernel addresses.
 * A read fills pages of the kernel's, which are taken out of its hands and moved up to the client.
 *
 * <p>Follows {@code ipc/ipc_kmsg.c}, {@code vm/vm_map.c} and {@code device/ds_routines.c} of the
 * release. Where we differ, in its favour: a write of more than eight pages pays for continuations
 * but stays one I/O, and copying a page on write leaves the translations of other maps alone.
 */
public final class Mach3Strategy implements MessagingStrategy {
  private static final int QUEUE_LIMIT = 5;
  private static final int HEADER_BYTES = 24;
  private static final int ITEM_BYTES = 8;

  @Override
  public String name() {
    return "mach-3";
  }

  @Override
  public String description() {
    return "CMU Mach 3.0: typed messages, out-of-line data by virtual copy or move";
  }

  @Override
  public PortKind ports() {
    return new PortKind.Queue(
        "mach port",
        QUEUE_LIMIT,
        Primitive.MACH_SEND,
        Primitive.MACH_RECEIVE,
        Primitive.MACH_KERNEL_SERVER,
        HEADER_BYTES,
        ITEM_BYTES,
        true,
        true,
        true);
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    if (!message.carriesData()) {
      return Payload.NOTHING;
    }
    Kernel kernel = crossing.kernel();
    return switch (held) {
      case AddressRanges memory when crossing.receiver().kernel() ->
          kernel.listPages(memory, message.deviceAccess());
      case AddressRanges memory -> kernel.mapIn(memory);
      case PageList filled -> kernel.detach(filled);
      default -> throw new IllegalStateException("mach-3 has no pages to send in " + held);
    };
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    Kernel kernel = crossing.kernel();
    return switch (crossing.receiver()) {
      case Domain.InKernel _ when message.asksForData() ->
          kernel.mapIntoKernel(kernel.freshPages(message.length()));
      case Domain.InKernel _ when inTransit instanceof PageList pages ->
          kernel.mapIntoKernel(pages);
      case Domain.InTask(var task) when inTransit instanceof MapCopy copy ->
          kernel.mapOut(copy, task);
      case Domain.InKernel _, Domain.InTask _ -> inTransit;
    };
  }
}
