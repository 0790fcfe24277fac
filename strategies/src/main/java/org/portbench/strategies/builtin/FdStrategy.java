package org.portbench.strategies.builtin;

import java.util.Set;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Costs;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Format;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Items;
import org.portbench.strategies.kernel.vm.Access;

/**
 * Data in files that are memory (memfd), passed on by descriptor in each message over a UNIX socket
 * (SCM_RIGHTS): a reference to the open file rides in the message and goes into the receiver's
 * descriptor table. Whoever touches data maps the file, nobody else; the driver holds its pages for
 * the transfer. What is shared stays live, unless it is sealed. Who only may read gets a file that
 * was opened for reading.
 */
public final class FdStrategy implements MessagingStrategy {
  private static final int REQUEST_BYTES = 64;
  private static final int DESCRIPTOR_BYTES = 16;

  /** Estimate: 208 KiB of send buffer over 768 bytes that Linux counts for a small message. */
  private static final int QUEUE_LIMIT = 277;

  /** Estimate: Linux's unix_sock, a slot of a descriptor table, a small message with its buffer. */
  private static final PortKind.Queue.Memory MEMORY = new PortKind.Queue.Memory(1088, 8, 768);

  @Override
  public String name() {
    return "fd";
  }

  @Override
  public String description() {
    return "UNIX descriptor passing: an open file crosses per message, mapped only by who touches";
  }

  @Override
  public PortKind ports() {
    return new PortKind.Queue(
        "socket",
        QUEUE_LIMIT,
        new Costs(Primitive.SOCKET_SEND, Primitive.SOCKET_RECEIVE, Primitive.FUNCTION_CALL),
        new Format(REQUEST_BYTES, DESCRIPTOR_BYTES, Items.DESCRIPTORS),
        Set.of(),
        MEMORY);
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    Kernel kernel = crossing.kernel();
    return switch (held) {
      case Payload.Nothing nothing -> nothing;
      case FileRanges files when message.reply() && !inMemory(message, files) -> Payload.NOTHING;
      case AddressRanges memory when !message.reply() ->
          kernel.files().attach(memory, message.deviceAccess());
      case AddressRanges inMemory when inMemory.tenure() == Tenure.STANDING ->
          kernel.files().attach(inMemory, Access.READ);
      case ObjectRanges inMemory -> kernel.files().attach(inMemory);
      case FileRanges files -> kernel.files().pass(files);
      default -> throw new IllegalStateException("fd has no file for " + held);
    };
  }

  /** A reply whose data is only to be read has it where the file system has it, not where asked. */
  private static boolean inMemory(Message message, FileRanges files) {
    return message.carriesData() && files.named().onlyRead();
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return crossing.receiver() instanceof Domain.InTask(var task)
            && inTransit instanceof FileRanges files
        ? crossing.kernel().files().install(task, files)
        : inTransit;
  }
}
