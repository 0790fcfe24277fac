package org.portbench.strategies.kernel;

import java.util.BitSet;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * What messaging takes of the kernel's memory: a message from its send to its receipt, a right for
 * as long as a task has a name for it. The data that a message carries is not in it.
 */
final class MessageMemory {
  private final Kernel kernel;
  private final Meter meter;
  private final BitSet kept = new BitSet();
  private int messages;

  MessageMemory(Kernel kernel) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
  }

  /** A message was made, in a buffer that this CPU has at hand, or in a new one. */
  void sent(PortKind.Queue kind) {
    messages++;
    switch (kind.costs().buffer()) {
      case OWN -> {}
      case ALLOCATED -> meter.perform(Primitive.MESSAGE_BUFFER);
      case CACHED -> {
        if (!kept.get(cpu())) {
          meter.perform(Primitive.MESSAGE_BUFFER);
        }
        kept.clear(cpu());
      }
    }
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
    if (kind.costs().buffer() == PortKind.Queue.Buffer.CACHED) {
      kept.set(cpu());
    }
  }

  private int cpu() {
    return kernel.vm().cpu().number();
  }

  int messages() {
    return messages;
  }
}
