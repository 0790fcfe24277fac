package org.portbench.strategies.builtin;

import org.portbench.strategies.kernel.OutOfLine;
import org.portbench.strategies.kernel.ipc.PortKind;

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
}
