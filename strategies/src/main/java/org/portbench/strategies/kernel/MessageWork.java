package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Costs;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Format;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Inlined;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Items;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Manner;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Queueing;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * What the kernel does for a message of one kind, in the order in which it does it: called, it
 * copies in; hands over or queues; takes out and copies out. A message is there, or gone, once
 * nothing of that can be refused any more.
 */
final class MessageWork {
  /** Error and result of a light message, and an entry of io_uring's completion queue. */
  private static final int ANSWER_BYTES = 16;

  private final VmSystem vm;
  private final Meter meter;
  private final PortKind.Queue kind;
  private final Costs costs;
  private final Format format;
  private final MessageBytes bytes;
  private final MessageMemory memory;
  private final boolean portRights;
  private final boolean combinedCalls;

  /** Null where sending and receiving has it. */
  private final Queueing queueing;

  /** The shorter way; null where there is none. */
  private final Inlined inlined;

  MessageWork(Kernel kernel, PortKind.Queue kind) {
    this.vm = kernel.vm();
    this.meter = vm.machine().meter();
    this.kind = kind;
    this.costs = kind.costs();
    this.queueing = costs.queueing().orElse(null);
    this.format = kind.format();
    this.bytes = new MessageBytes(vm);
    this.portRights = kind.does(Manner.PORT_RIGHTS);
    this.combinedCalls = kind.does(Manner.COMBINED_CALLS);
    this.inlined = kind.inlined().orElse(null);
    this.memory = kernel.messageMemory();
  }

  /**
   * A message to another task. What carries header and plain bytes alone goes the shorter way, if
   * there is one.
   */
  void send(Message message, int ranges, int rights) {
    boolean shorter = inlined != null && ranges == 0;
    vm.systemCall();
    begin(shorter ? inlined.send() : costs.send());
    body(message, ranges);
    rightsIn(rights, !shorter);
    sent();
  }

  /** A request that the kernel serves. */
  void callKernel(Message message, int ranges, int rights) {
    vm.systemCall();
    begin(costs.kernelCall());
    body(message, ranges);
    rightsIn(rights, true);
    sent();
  }

  /** The kernel's reply to a request, which is gone with it; a message, or the call's return. */
  void repliedByKernel(boolean message) {
    if (message) {
      meter.perform(costs.send());
      memory.allocateForAnswer(kind);
    }
    gone();
    if (message) {
      sent();
    }
  }

  /** The kernel's answer to a call that has not returned. */
  void returned() {
    gone();
    bytes.copied(ANSWER_BYTES);
  }

  /** A message of the kernel's own, to whoever holds the receive right. */
  void sendNotice() {
    meter.perform(costs.send());
    meter.count(Counter.MESSAGES, 1);
  }

  private void begin(Primitive work) {
    meter.perform(work);
    memory.allocate(kind);
  }

  private void sent() {
    meter.count(Counter.MESSAGES, 1);
    memory.sent(kind);
  }

  private void rightsIn(int rights, boolean oneByOne) {
    if (portRights) {
      meter.perform(Primitive.RIGHT_COPY_IN, oneByOne ? rights : 0);
      meter.count(Counter.RIGHTS_TRANSFERRED, rights);
    }
  }

  void enqueue() {
    if (queueing != null) {
      meter.perform(queueing.enqueue());
    }
  }

  void handOver() {
    if (inlined == null) {
      enqueue();
    } else {
      meter.perform(inlined.rendezvous());
    }
    meter.perform(Primitive.THREAD_HANDOFF);
    meter.count(Counter.THREAD_HANDOFFS, 1);
  }

  /** A request, with the right to reply. */
  void receiveRequest(Message message, int ranges, Arrival arrival) {
    boolean shorter = take(arrival, ranges == 0);
    body(message, ranges);
    if (portRights && !shorter) {
      meter.perform(Primitive.RIGHT_COPY_OUT);
    }
    gone();
  }

  /** A reply; the shorter way out is open to complex ones, too. */
  void receiveReply(Message message, int ranges, Arrival arrival) {
    take(arrival, true);
    body(message, ranges);
    gone();
  }

  /** Returns whether by the shorter way, which is closed to whoever had to be woken. */
  private boolean take(Arrival arrival, boolean shape) {
    if (!combinedCalls) {
      vm.systemCall();
    }
    boolean dequeued = arrival != Arrival.HANDED_OVER || inlined == null;
    if (dequeued && queueing != null) {
      meter.perform(queueing.dequeue());
    }
    boolean shorter = inlined != null && shape && arrival != Arrival.WOKEN;
    meter.perform(shorter ? inlined.receive() : costs.receive());
    return shorter;
  }

  /** A message was received, or destroyed. */
  void gone() {
    memory.gone(kind);
  }

  /**
   * Typed items are looked at one by one, but only where some of them stand for data elsewhere; of
   * descriptors there are no others.
   */
  private void body(Message message, int ranges) {
    Items looked = format.items();
    int items = looked == Items.DESCRIPTORS ? ranges : items(message, ranges);
    bytes.copied(format.headerBytes() + (long) items * format.itemBytes());
    if (looked != Items.OPAQUE && ranges > 0) {
      meter.perform(Primitive.ITEM_SCAN, items);
      meter.count(Counter.ITEMS_INTERPRETED, items);
    }
  }

  private static int items(Message message, int ranges) {
    return message.reply() ? 1 + ranges : Message.SCALAR_ITEMS + ranges;
  }
}
