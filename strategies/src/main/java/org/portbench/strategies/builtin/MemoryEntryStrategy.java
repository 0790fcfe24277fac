package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.MemoryEntries;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * A port for each buffer: Mach's memory entry names part of an object and what may be done with it.
 * It is made once; each message carries a right to it, which its receiver maps or passes on without
 * mapping. It is the nearest that a Mach has to ranges of objects in the iovec. What is shared
 * stays live. The ports are those of {@code mach-3}; entries came with OSF's Mach and XNU.
 */
public final class MemoryEntryStrategy implements MessagingStrategy {

  @Override
  public String name() {
    return "memory-entry";
  }

  @Override
  public String description() {
    return "Mach: a port names (object, offset, size, protection); its right crosses per message,"
        + " mapped only by who touches";
  }

  @Override
  public PortKind ports() {
    return MachParameters.CMU_3.ports();
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    if (message.reply() || held instanceof Payload.Nothing) {
      return Payload.NOTHING;
    }
    if (!(crossing.sender() instanceof Domain.InTask(var task))) {
      throw new IllegalStateException("the kernel has no names for memory entries");
    }
    MemoryEntries entries = crossing.kernel().memoryEntries();
    return switch (held) {
      case AddressRanges memory ->
          entries.pass(task, entries.name(task, memory, message.deviceAccess()));
      case EntryRanges ranges -> entries.pass(task, ranges);
      default -> throw new IllegalStateException("memory-entry has no object to name in " + held);
    };
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return inTransit instanceof EntryRanges ranges
        ? crossing.kernel().memoryEntries().receive(crossing.receiver(), ranges)
        : inTransit;
  }
}
