package org.portbench.strategies.builtin;

import java.util.Set;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Costs;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Format;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Items;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Manner;

/**
 * UNIX pipes and sockets: the data is copied into the kernel by the sender and out of it by the
 * receiver, at every crossing. A pipe holds sixteen pages, a full one blocks its writer. The driver
 * has pinned buffers of its own, and what the kernel serves is one system call. What a file system
 * in the kernel has in memory is copied out once (uiomove).
 */
public final class CopyStrategy implements MessagingStrategy {
  private static final int PIPE_BUFFERS = 16;
  private static final int REQUEST_BYTES = 64;

  /**
   * Estimate: Linux's pipe_inode_info with sixteen pipe_buffers of 40 bytes, a slot of a descriptor
   * table, and the request as it lies in the pipe.
   */
  private static final PortKind.Queue.Memory MEMORY = new PortKind.Queue.Memory(808, 8, 64);

  @Override
  public String name() {
    return "copy";
  }

  @Override
  public String description() {
    return "UNIX pipe or socket: copied into and out of the kernel at every crossing";
  }

  @Override
  public PortKind ports() {
    return new PortKind.Queue(
        "pipe",
        PIPE_BUFFERS,
        new Costs(Primitive.STREAM_WRITE, Primitive.STREAM_READ, Primitive.FUNCTION_CALL),
        new Format(REQUEST_BYTES, 0, Items.OPAQUE),
        Set.of(Manner.LIMIT_IN_PAGES),
        MEMORY);
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    if (!message.carriesData()) {
      return Payload.NOTHING;
    }
    return switch (held) {
      case InlineBytes inKernel -> crossing.kernel().share(inKernel);
      case ObjectRanges inMemory -> crossing.kernel().refer(inMemory);
      case AddressRanges memory -> crossing.kernel().copyIn(memory, crossing.receiver().kernel());
      default -> throw new IllegalStateException("copy has no bytes to copy in " + held);
    };
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return switch (crossing.receiver()) {
      case Domain.InKernel _ ->
          message.asksForData() ? crossing.kernel().landingBuffer(message.length()) : inTransit;
      case Domain.InTask(var task) ->
          switch (inTransit) {
            case InlineBytes bytes -> crossing.kernel().copyOut(bytes, task, message.destination());
            case ObjectRanges inMemory ->
                crossing.kernel().copyOut(inMemory, task, message.destination());
            default -> inTransit;
          };
    };
  }
}
