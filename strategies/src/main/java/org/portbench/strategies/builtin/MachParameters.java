package org.portbench.strategies.builtin;

import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.OutOfLine;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * What distinguishes one Mach from another.
 *
 * @param queueLimit requests that a port holds before senders block
 * @param body what the kernel has to understand of a message
 * @param outOfLine how memory leaves its sender's map
 * @param shadowSkip a sole reference to an object is written in place, without a shadow
 * @param device how the kernel makes memory ready for a driver
 * @param listPages pages that one page list holds
 * @param memory sizes of port, right and message
 */
record MachParameters(
    int queueLimit,
    Body body,
    OutOfLine outOfLine,
    boolean shadowSkip,
    Device device,
    int listPages,
    PortKind.Queue.Memory memory) {
  private static final int HEADER_BYTES = 24;
  private static final int ITEM_BYTES = 8;
  private static final int DESCRIPTOR_COUNT_BYTES = 4;
  private static final int DESCRIPTOR_BYTES = 12;

  /**
   * CMU Mach 3.0. A port is 72 bytes on 32 bits, one processor, by {@code ipc/ipc_port.h}; a table
   * slot 16, a message of ordinary size 256.
   */
  static final MachParameters CMU_3 =
      new MachParameters(
          5,
          Body.TYPED_ITEMS,
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
    boolean typed = body == Body.TYPED_ITEMS;
    int scalarBytes = ITEM_BYTES * Message.SCALAR_ITEMS;
    return new PortKind.Queue(
        "mach port",
        queueLimit,
        Primitive.MACH_SEND,
        Primitive.MACH_RECEIVE,
        Primitive.MACH_KERNEL_SERVER,
        typed ? HEADER_BYTES : HEADER_BYTES + DESCRIPTOR_COUNT_BYTES + scalarBytes,
        typed ? ITEM_BYTES : DESCRIPTOR_BYTES,
        typed,
        true,
        true,
        false,
        true,
        !typed,
        memory);
  }
}
