package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * What messaging takes of the kernel's memory: a message from its send to its receipt, a right for
 * as long as a task has a name for it. The data that a message carries is not in it.
 */
final class MessageMemory {
  private final Kernel kernel;
  private final Meter meter;
  private int messages;

  MessageMemory(Kernel kernel) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
  }

  /** A message was made. */
  void sent(PortKind.Queue kind) {
    messages++;
    PortKind.Queue.Memory memory = kind.memory();
    meter.atMost(Counter.PORT_BYTES, memory.portBytes());
    meter.atMost(Counter.RIGHT_BYTES, (long) kernel.names() * memory.rightBytes());
    meter.atMost(Counter.MESSAGE_BYTES, (long) messages * memory.messageBytes());
  }

  /** A message was received, or destroyed. */
  void gone(PortKind.Queue kind) {
    if (messages == 0) {
      throw new IllegalStateException("a message of a " + kind.name() + " went twice");
    }
    messages--;
  }

  int messages() {
    return messages;
  }
}
