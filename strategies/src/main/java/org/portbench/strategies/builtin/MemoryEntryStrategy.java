package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.MemoryEntries;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.vm.Access;

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
    return "Mach: a port stands for a buffer; its right crosses per message, mapped only by who"
        + " touches";
  }

  @Override
  public PortKind ports() {
    return MachParameters.CMU_3.ports();
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    MemoryEntries entries = crossing.kernel().memoryEntries();
    Domain sender = crossing.sender();
    return switch (held) {
      case Payload.Nothing nothing -> nothing;
      case EntryRanges ranges when message.reply() && !inMemory(message, ranges) -> Payload.NOTHING;
      case AddressRanges inMemory when message.reply() && inMemory.tenure() == Tenure.STANDING ->
          entries.pass(sender.task(), inMemory, Access.READ);
      case ObjectRanges inMemory -> {
        crossing.kernel().copyAcross(inMemory, message.destination());
        yield Payload.NOTHING;
      }
      case AddressRanges memory when !message.reply() ->
          entries.pass(sender.task(), memory, message.deviceAccess());
      case EntryRanges ranges -> entries.pass(sender.task(), ranges);
      default -> throw new IllegalStateException("memory-entry has no port for " + held);
    };
  }

  /** A reply whose data is only to be read has it where the file system has it, not where asked. */
  private static boolean inMemory(Message message, EntryRanges ranges) {
    return message.carriesData() && ranges.named().onlyRead();
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return inTransit instanceof EntryRanges ranges
        ? crossing.kernel().memoryEntries().receive(crossing.receiver(), ranges)
        : inTransit;
  }
}
