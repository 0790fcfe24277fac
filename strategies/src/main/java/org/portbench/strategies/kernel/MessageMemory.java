package org.portbench.strategies.kernel;

import java.util.BitSet;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Buffer;

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

  /** For a message to be made there is a buffer that this CPU has at hand, or a new one. */
  void allocate(PortKind.Queue kind) {
    Buffer buffer = kind.costs().buffer();
    if (buffer == Buffer.ALLOCATED || (buffer == Buffer.CACHED && !kept.get(cpu()))) {
      meter.perform(Primitive.MESSAGE_BUFFER);
    }
  }

  /** The same for an answer: then this CPU has at hand what the request lies in. */
  void allocateForAnswer(PortKind.Queue kind) {
    if (kind.costs().buffer() == Buffer.ALLOCATED) {
      meter.perform(Primitive.MESSAGE_BUFFER);
    }
  }

  /** A message was made. */
  void sent(PortKind.Queue kind) {
    messages++;
    if (kind.costs().buffer() == Buffer.CACHED) {
      kept.clear(cpu());
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
    if (kind.costs().buffer() == Buffer.CACHED) {
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
