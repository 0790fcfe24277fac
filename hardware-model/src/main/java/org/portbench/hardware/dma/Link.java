package org.portbench.hardware.dma;

import java.util.ArrayDeque;
import org.portbench.hardware.memory.MemoryBus;

/**
 * The way between device and memory: one transfer at a time, first come, first served, at the pace
 * of the slower of the link itself and the memory bus.
 */
final class Link {
  private final long psPerByte;
  private final MemoryBus bus;
  private final ArrayDeque<Command> waiting = new ArrayDeque<>();
  private boolean busy;
  private Command holder;

  Link(long psPerByte, MemoryBus bus) {
    this.psPerByte = psPerByte;
    this.bus = bus;
  }

  /** What a transfer takes once it has begun. */
  long transferPs(long bytes) {
    return Math.max(Math.multiplyExact(bytes, psPerByte), bus.transferPs(bytes));
  }

  /** Whether the command has the link now; otherwise its turn comes. */
  boolean take(Command command) {
    if (busy) {
      waiting.add(command);
      return false;
    }
    busy = true;
    holder = command;
    return true;
  }

  /** The command that has the link. */
  Command holder() {
    return holder;
  }

  /** How long a transfer that has the link waits for the memory bus. */
  long busWaitPs(Command command, long nowPs) {
    return bus.claim(nowPs, command.bytes());
  }

  /** Ends a transfer; whether another command has the link from now on. */
  boolean release() {
    busy = !waiting.isEmpty();
    if (busy) {
      holder = waiting.remove();
    }
    return busy;
  }
}
