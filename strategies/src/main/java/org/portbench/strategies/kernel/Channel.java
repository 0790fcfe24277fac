package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortName;
import org.portbench.strategies.kernel.ipc.PortRight;
import org.portbench.strategies.kernel.ipc.PortSpace;

/**
 * The way from one domain to the next below it: a port for requests, one for their replies, and
 * what a message costs on either, whatever it carries. Where the lower domain is the kernel,
 * requests are served inline.
 */
public final class Channel {
  private static final PortName NO_NAME = new PortName(0);

  private final Kernel kernel;
  private final Meter meter;
  private final PortKind kind;
  private final Domain upper;
  private final Domain lower;
  private final Port requests;
  private final Port replies;
  private final MessageMemory memory;

  public Channel(
      Kernel kernel, PortKind kind, Domain upper, Domain lower, Port requests, Port replies) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.kind = kind;
    this.upper = upper;
    this.lower = lower;
    this.requests = requests;
    this.replies = replies;
    this.memory = kernel.messageMemory();
  }

  public Domain upper() {
    return upper;
  }

  public Domain lower() {
    return lower;
  }

  public Port requests() {
    return requests;
  }

  public Port replies() {
    return replies;
  }

  /**
   * In the upper domain: a request leaves, to a task's port or straight into the kernel.
   *
   * @param ranges how many ranges of data or references to data travel with it
   */
  public void sendRequest(Message message, int ranges) {
    switch (kind) {
      case PortKind.Free _ -> {}
      case PortKind.Call _ -> kernel.vm().systemCall();
      case PortKind.Queue queue -> {
        kernel.vm().systemCall();
        meter.perform(lower.kernel() ? queue.kernelCall() : queue.send());
        body(queue, message, ranges);
        transferIn(queue, 2);
        sent(queue);
        if (queue.portRights()) {
          requests.madeSend();
          replies.madeSendOnce();
        }
      }
    }
  }

  /**
   * In the lower domain, a task: a request arrives. Returns the name of the right to reply. Where
   * there is no room for that, the request is still to be destroyed.
   */
  public PortName receiveRequest(PortKind.Queue queue, Message message, int ranges) {
    if (!queue.combinedReceive()) {
      kernel.vm().systemCall();
    }
    meter.perform(queue.receive());
    body(queue, message, ranges);
    if (!queue.portRights()) {
      memory.gone(queue);
      return NO_NAME;
    }
    meter.perform(Primitive.RIGHT_COPY_OUT);
    memory.gone(queue);
    PortName name = space(lower).insert(replies, PortRight.Kind.SEND_ONCE);
    requests.consumedSend();
    replies.consumedSendOnce();
    return name;
  }

  /** In the lower domain: the reply leaves. */
  public void sendReply(Message message, PortName replyName, int ranges) {
    switch (kind) {
      case PortKind.Free _, PortKind.Call _ -> {}
      case PortKind.Queue queue -> {
        if (lower.kernel()) {
          replyFromKernel(queue);
        } else {
          replyFromTask(queue, message, replyName, ranges);
        }
      }
    }
  }

  private void replyFromKernel(PortKind.Queue queue) {
    if (queue.kernelReplies()) {
      meter.perform(queue.send());
    }
    memory.gone(queue);
    if (queue.kernelReplies()) {
      sent(queue);
    }
    if (queue.portRights()) {
      requests.consumedSend();
    }
  }

  private void replyFromTask(
      PortKind.Queue queue, Message message, PortName replyName, int ranges) {
    kernel.vm().systemCall();
    meter.perform(queue.send());
    body(queue, message, ranges);
    transferIn(queue, 1);
    sent(queue);
    if (queue.portRights()) {
      space(lower).remove(replyName);
      replies.madeSendOnce();
    }
  }

  /** In the upper domain: the reply arrives. */
  public void receiveReply(Message message, int ranges) {
    switch (kind) {
      case PortKind.Free _, PortKind.Call _ -> {}
      case PortKind.Queue queue -> {
        if (!lower.kernel() || queue.kernelReplies()) {
          takeReply(queue, message, ranges);
        }
        if (queue.portRights()) {
          replies.consumedSendOnce();
        }
      }
    }
  }

  private void takeReply(PortKind.Queue queue, Message message, int ranges) {
    if (!queue.combinedReceive()) {
      kernel.vm().systemCall();
    }
    meter.perform(queue.receive());
    memory.gone(queue);
    body(queue, message, ranges);
  }

  private void sent(PortKind.Queue queue) {
    meter.count(Counter.MESSAGES, 1);
    memory.sent(queue);
  }

  /**
   * A request is destroyed before it was answered by the kernel or received by a task: the rights
   * it carried die with it, and whoever waits for the reply is told that none will come.
   */
  public void destroyRequest() {
    if (kind instanceof PortKind.Queue queue) {
      memory.gone(queue);
      if (queue.portRights()) {
        requests.consumedSend();
        replies.consumedSendOnce();
        notifySendOnce(queue);
      }
    }
  }

  /** A task that has a request in hand gives up without an answer. */
  public void abandonRequest(PortName replyName) {
    if (kind instanceof PortKind.Queue queue && queue.portRights()) {
      space(lower).remove(replyName);
      notifySendOnce(queue);
    }
  }

  /** A reply is destroyed before it was received. */
  public void destroyReply() {
    if (kind instanceof PortKind.Queue queue) {
      if (!lower.kernel() || queue.kernelReplies()) {
        memory.gone(queue);
      }
      if (queue.portRights()) {
        replies.consumedSendOnce();
      }
    }
  }

  /** Mach tells the holder of the receive right that a send-once right died unused. */
  private void notifySendOnce(PortKind.Queue queue) {
    meter.perform(queue.send());
    meter.count(Counter.MESSAGES, 1);
  }

  private void header(PortKind.Queue queue, int items) {
    long bytes = queue.headerBytes() + (long) items * queue.itemHeaderBytes();
    MachineProfile profile = kernel.vm().machine().profile();
    meter.charge(
        Category.COPY, "HEADER_BYTES", bytes, bytes * profile.memory().copyPrivatePsPerByte());
  }

  /**
   * Typed items are looked at one by one, but only where some of them stand for data elsewhere; of
   * descriptors there are no others.
   */
  private void body(PortKind.Queue queue, Message message, int ranges) {
    int items = queue.descriptors() ? ranges : items(message, ranges);
    header(queue, items);
    if ((queue.typed() || queue.descriptors()) && ranges > 0) {
      meter.perform(Primitive.ITEM_SCAN, items);
      meter.count(Counter.ITEMS_INTERPRETED, items);
    }
  }

  private void transferIn(PortKind.Queue queue, int rights) {
    if (queue.portRights()) {
      meter.perform(Primitive.RIGHT_COPY_IN, rights);
      meter.count(Counter.RIGHTS_TRANSFERRED, rights);
    }
  }

  private static int items(Message message, int ranges) {
    return message.reply() ? 1 + ranges : Message.SCALAR_ITEMS + ranges;
  }

  private static PortSpace space(Domain domain) {
    return switch (domain) {
      case Domain.InTask(Task task) -> task.ports();
      case Domain.InKernel _ -> throw new IllegalStateException("the kernel has no port names");
    };
  }
}
