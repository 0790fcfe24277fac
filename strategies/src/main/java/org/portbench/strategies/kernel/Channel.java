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

  public Channel(
      Kernel kernel, PortKind kind, Domain upper, Domain lower, Port requests, Port replies) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.kind = kind;
    this.upper = upper;
    this.lower = lower;
    this.requests = requests;
    this.replies = replies;
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

  /** In the upper domain: a request leaves, to a task's port or straight into the kernel. */
  public void sendRequest(Message message, int ranges) {
    switch (kind) {
      case PortKind.Free _ -> {}
      case PortKind.Call _ -> systemCall();
      case PortKind.Queue queue -> {
        systemCall();
        meter.perform(lower.kernel() ? queue.kernelCall() : queue.send());
        meter.count(Counter.MESSAGES, 1);
        header(queue, items(message, ranges));
        interpret(queue, items(message, ranges));
        if (queue.portRights()) {
          transferIn(2);
          requests.madeSend();
          replies.madeSendOnce();
        }
      }
    }
  }

  /** In the lower domain, a task: a request arrives. Returns the name of the right to reply. */
  public PortName receiveRequest(PortKind.Queue queue, Message message, int ranges) {
    if (!queue.combinedReceive()) {
      systemCall();
    }
    meter.perform(queue.receive());
    header(queue, items(message, ranges));
    if (!queue.portRights()) {
      return NO_NAME;
    }
    meter.perform(Primitive.RIGHT_COPY_OUT);
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
    if (queue.portRights()) {
      meter.perform(queue.send());
      meter.count(Counter.MESSAGES, 1);
    }
  }

  private void replyFromTask(
      PortKind.Queue queue, Message message, PortName replyName, int ranges) {
    systemCall();
    meter.perform(queue.send());
    meter.count(Counter.MESSAGES, 1);
    header(queue, items(message, ranges));
    interpret(queue, items(message, ranges));
    if (queue.portRights()) {
      transferIn(1);
      space(lower).remove(replyName);
      replies.madeSendOnce();
    }
  }

  /** In the upper domain: the reply arrives. */
  public void receiveReply(Message message, int ranges) {
    switch (kind) {
      case PortKind.Free _ -> {}
      case PortKind.Call _ -> systemCall();
      case PortKind.Queue queue -> {
        if (!queue.combinedReceive()) {
          systemCall();
        }
        meter.perform(queue.receive());
        header(queue, items(message, ranges));
        if (queue.portRights()) {
          replies.consumedSendOnce();
          if (lower.kernel()) {
            requests.consumedSend();
          }
        }
      }
    }
  }

  /** A request is destroyed before it was received: the rights it carried die with it. */
  public void destroyRequest() {
    if (kind instanceof PortKind.Queue queue && queue.portRights()) {
      requests.consumedSend();
      replies.consumedSendOnce();
    }
  }

  private void systemCall() {
    meter.perform(Primitive.SYSTEM_CALL);
    meter.count(Counter.SYSTEM_CALLS, 1);
  }

  private void header(PortKind.Queue queue, int items) {
    long bytes = queue.headerBytes() + (long) items * queue.itemHeaderBytes();
    MachineProfile profile = kernel.vm().machine().profile();
    meter.charge(
        Category.COPY, "HEADER_BYTES", bytes, bytes * profile.memory().copyPrivatePsPerByte());
  }

  private void interpret(PortKind.Queue queue, int items) {
    if (queue.typed()) {
      meter.perform(Primitive.ITEM_SCAN, items);
      meter.count(Counter.ITEMS_INTERPRETED, items);
    }
  }

  private void transferIn(int rights) {
    meter.perform(Primitive.RIGHT_COPY_IN, rights);
    meter.count(Counter.RIGHTS_TRANSFERRED, rights);
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
