package org.portbench.strategies.kernel;

import java.util.Optional;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Inlined;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Items;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Manner;

/**
 * What the kernel does for a message of one kind, in the order in which it does it: called, it
 * copies in; hands over or queues; takes out and copies out. A message is there, or gone, once
 * nothing of that can be refused any more.
 */
final class MessageWork {
  /** Error and result of a light message, and an entry of io_uring's completion queue. */
  private static final int ANSWER_BYTES = 16;

  private final Kernel kernel;
  private final Meter meter;
  private final PortKind.Queue kind;
  private final MessageMemory memory;

  MessageWork(Kernel kernel, PortKind.Queue kind) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.kind = kind;
    this.memory = kernel.messageMemory();
  }

  /**
   * A message to another task. What carries header and plain bytes alone goes the shorter way, if
   * there is one.
   */
  void send(Message message, int ranges, int rights) {
    Optional<Inlined> inlined = kind.inlined().filter(_ -> ranges == 0);
    kernel.vm().systemCall();
    begin(inlined.map(Inlined::send).orElse(kind.costs().send()));
    body(message, ranges);
    rightsIn(rights, inlined.isEmpty());
    sent();
  }

  /** A request that the kernel serves. */
  void callKernel(Message message, int ranges, int rights) {
    kernel.vm().systemCall();
    begin(kind.costs().kernelCall());
    body(message, ranges);
    rightsIn(rights, true);
    sent();
  }

  /** The kernel's reply to a request, which is gone with it. */
  void answerFromKernel() {
    meter.perform(kind.costs().send());
    memory.allocateForAnswer(kind);
    gone();
    sent();
  }

  /** The kernel's answer to a call that has not returned. */
  void returned() {
    gone();
    MessageBytes.copied(kernel.vm(), ANSWER_BYTES);
  }

  /** A message of the kernel's own, to whoever holds the receive right. */
  void sendNotice() {
    meter.perform(kind.costs().send());
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
    if (kind.does(Manner.PORT_RIGHTS)) {
      meter.perform(Primitive.RIGHT_COPY_IN, oneByOne ? rights : 0);
      meter.count(Counter.RIGHTS_TRANSFERRED, rights);
    }
  }

  void enqueue() {
    kind.costs().queueing().ifPresent(queueing -> meter.perform(queueing.enqueue()));
  }

  void handOver() {
    kind.inlined().ifPresentOrElse(inlined -> meter.perform(inlined.rendezvous()), this::enqueue);
    meter.perform(Primitive.THREAD_HANDOFF);
    meter.count(Counter.THREAD_HANDOFFS, 1);
  }

  /** A request, with the right to reply. */
  void receiveRequest(Message message, int ranges, Arrival arrival) {
    boolean inlined = take(arrival, ranges == 0);
    body(message, ranges);
    if (kind.does(Manner.PORT_RIGHTS) && !inlined) {
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
    if (!kind.does(Manner.COMBINED_CALLS)) {
      kernel.vm().systemCall();
    }
    if (arrival != Arrival.HANDED_OVER || kind.inlined().isEmpty()) {
      kind.costs().queueing().ifPresent(queueing -> meter.perform(queueing.dequeue()));
    }
    Optional<Inlined> inlined = kind.inlined().filter(_ -> shape && arrival != Arrival.WOKEN);
    meter.perform(inlined.map(Inlined::receive).orElse(kind.costs().receive()));
    return inlined.isPresent();
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
    Items looked = kind.format().items();
    int items = looked == Items.DESCRIPTORS ? ranges : items(message, ranges);
    header(items);
    if (looked != Items.OPAQUE && ranges > 0) {
      meter.perform(Primitive.ITEM_SCAN, items);
      meter.count(Counter.ITEMS_INTERPRETED, items);
    }
  }

  private void header(int items) {
    PortKind.Queue.Format format = kind.format();
    MessageBytes.copied(kernel.vm(), format.headerBytes() + (long) items * format.itemBytes());
  }

  private static int items(Message message, int ranges) {
    return message.reply() ? 1 + ranges : Message.SCALAR_ITEMS + ranges;
  }
}
