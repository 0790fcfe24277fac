package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.TaskPorts;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.TaskRanges;

/**
 * A whole address space at once, as Lambert had it: whoever serves a task gets the right to it, and
 * from then on messages say only which of its addresses are meant. A layer that touches data shows
 * the range to itself ({@code vm_remap}); the driver finds the pages through the task's map and
 * holds them. What is shared stays live.
 *
 * <p>Task ports are in every Mach; {@code vm_remap} is of OSF's and XNU's, where CMU's Mach 3.0 has
 * {@code vm_read} of a virtual copy. The ports are those of {@code mach-3}.
 */
public final class TaskPortStrategy implements MessagingStrategy {

  @Override
  public String name() {
    return "task-port";
  }

  @Override
  public String description() {
    return "Mach: the right to the client's task crosses once, then addresses; remapped by who"
        + " touches";
  }

  @Override
  public PortKind ports() {
    return MachParameters.CMU_3.ports();
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    TaskPorts ports = crossing.kernel().taskPorts();
    Domain sender = crossing.sender();
    return switch (held) {
      case Payload.Nothing nothing -> nothing;
      case ObjectRanges inMemory -> copied(crossing, message, inMemory);
      case AddressRanges inMemory when message.reply() && inMemory.tenure() == Tenure.STANDING ->
          copied(crossing, message, inMemory);
      case TaskRanges _ when message.reply() -> Payload.NOTHING;
      case AddressRanges memory when !message.reply() ->
          ports.pass(sender.task(), crossing.receiver(), memory, message.deviceAccess());
      case TaskRanges ranges -> ports.pass(sender.task(), crossing.receiver(), ranges);
      default ->
          throw new IllegalStateException("task-port puts data where it is wanted, not at " + held);
    };
  }

  /** What a file system has in memory is copied into the task that wants it: {@code vm_write}. */
  private static Payload copied(Crossing crossing, Message message, Payload inMemory) {
    if (!crossing.sender().kernel()) {
      crossing.kernel().vm().systemCall();
    }
    crossing.kernel().copyAcross(inMemory, message.destination());
    return Payload.NOTHING;
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return inTransit instanceof TaskRanges ranges
        ? crossing.kernel().taskPorts().receive(crossing.receiver(), ranges)
        : inTransit;
  }
}
