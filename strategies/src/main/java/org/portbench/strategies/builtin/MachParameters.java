package org.portbench.strategies.builtin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.OutOfLine;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Buffer;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Costs;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Format;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Inlined;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Items;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Manner;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Queueing;

/**
 * What distinguishes one Mach from another.
 *
 * @param queueLimit requests that a port holds before senders block
 * @param body what the kernel has to understand of a message
 * @param delivery how a message gets to a receiver that sleeps on the sender's CPU
 * @param outOfLine how memory leaves its sender's map
 * @param shadowSkip a sole reference to an object is written in place, without a shadow
 * @param device how the kernel makes memory ready for a driver
 * @param listPages pages that one page list holds
 * @param memory sizes of port, right and message
 */
record MachParameters(
    int queueLimit,
    Body body,
    Delivery delivery,
    OutOfLine outOfLine,
    boolean shadowSkip,
    Device device,
    int listPages,
    PortKind.Queue.Memory memory) {
  private static final int HEADER_BYTES = 24;
  private static final int ITEM_BYTES = 8;
  private static final int DESCRIPTOR_COUNT_BYTES = 4;
  private static final int DESCRIPTOR_BYTES = 12;

  private static final Inlined SHORTER_WAY =
      new Inlined(Primitive.MACH_FAST_SEND, Primitive.MACH_RENDEZVOUS, Primitive.MACH_FAST_RECEIVE);

  /**
   * CMU Mach 3.0. A port is 72 bytes on 32 bits, one processor, by {@code ipc/ipc_port.h}; a table
   * slot 16, a message of ordinary size 256.
   */
  static final MachParameters CMU_3 =
      new MachParameters(
          5,
          Body.TYPED_ITEMS,
          Delivery.INLINED,
          OutOfLine.VIRTUAL,
          false,
          Device.LISTED_AND_MAPPED,
          8,
          new PortKind.Queue.Memory(72, 16, 256));

  /** What the kernel has to understand of a message. */
  enum Body {
    /** All of it, item by item, as soon as one item stands for something else. */
    TYPED_ITEMS,
    /** Descriptors of what it stands for; the rest is plain bytes. */
    DESCRIPTORS
  }

  /** How a message gets to a receiver that sleeps on the sender's CPU. */
  enum Delivery {
    /** The receiver is put in the run queue, the sender blocks. */
    THROUGH_RUN_QUEUE,
    /** The receiver takes over the sender's CPU and stack, once the message is its. */
    HANDED_OVER,
    /** The same, and a simple message is copied in, handed over and copied out in one piece. */
    INLINED
  }

  /** How the kernel makes memory ready for a driver. */
  enum Device {
    /** As for a task: out of the sender's map, faulted in by the driver where the kernel has it. */
    MAPPED_IN,
    /** Its pages, listed and shown at addresses of the kernel's own. */
    LISTED_AND_MAPPED,
    /** Its pages, listed. */
    LISTED
  }

  /** What its messages cost, whatever they carry. */
  PortKind.Queue ports() {
    return new PortKind.Queue("mach port", queueLimit, costs(), format(), manners(), memory);
  }

  private Costs costs() {
    return new Costs(
        Primitive.MACH_SEND,
        Primitive.MACH_RECEIVE,
        Primitive.MACH_KERNEL_SERVER,
        delivery == Delivery.INLINED ? Buffer.CACHED : Buffer.ALLOCATED,
        Optional.of(new Queueing(Primitive.MACH_ENQUEUE, Primitive.MACH_DEQUEUE)),
        delivery == Delivery.INLINED ? Optional.of(SHORTER_WAY) : Optional.empty());
  }

  private Format format() {
    return switch (body) {
      case TYPED_ITEMS -> new Format(HEADER_BYTES, ITEM_BYTES, Items.TYPED);
      case DESCRIPTORS -> {
        int bytes = HEADER_BYTES + DESCRIPTOR_COUNT_BYTES + ITEM_BYTES * Message.SCALAR_ITEMS;
        yield new Format(bytes, DESCRIPTOR_BYTES, Items.DESCRIPTORS);
      }
    };
  }

  private Set<Manner> manners() {
    Set<Manner> manners =
        EnumSet.of(Manner.PORT_RIGHTS, Manner.COMBINED_CALLS, Manner.KERNEL_REPLIES);
    if (delivery != Delivery.THROUGH_RUN_QUEUE) {
      manners.add(Manner.HANDS_OVER);
    }
    return manners;
  }
}
