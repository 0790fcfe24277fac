package org.portbench.strategies.kernel;

import java.util.Optional;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Manner;
import org.portbench.strategies.kernel.ipc.PortName;
import org.portbench.strategies.kernel.ipc.PortRight;
import org.portbench.strategies.kernel.ipc.PortSpace;

/**
 * The way from one domain to the next below it: a port for requests, one for their replies, and
 * what becomes of the rights to them. Where the lower domain is the kernel, requests are served
 * inline.
 */
public final class Channel {
  private static final PortName NO_NAME = new PortName(0);

  private final Kernel kernel;
  private final PortKind kind;
  private final Optional<MessageWork> messages;
  private final Domain upper;
  private final Domain lower;
  private final Port requests;
  private final Port replies;

  public Channel(
      Kernel kernel, PortKind kind, Domain upper, Domain lower, Port requests, Port replies) {
    this.kernel = kernel;
    this.kind = kind;
    this.messages =
        kind instanceof PortKind.Queue queue
            ? Optional.of(new MessageWork(kernel, queue))
            : Optional.empty();
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

  /**
   * In the upper domain: a request leaves, to a task's port or straight into the kernel.
   *
   * @param ranges how many ranges of data or references to data travel with it
   */
  public void sendRequest(Message message, int ranges) {
    if (kind instanceof PortKind.Call) {
      kernel.vm().systemCall();
    }
    messages.ifPresent(work -> {
      if (lower.kernel()) {
        work.callKernel(message, ranges, 2);
      } else {
        work.send(message, ranges, 2);
      }
    });
    if (passesRights()) {
      requests.madeSend();
      replies.madeSendOnce();
    }
  }

  /** Whether a message may come to a sleeping receiver together with the sender's CPU. */
  public boolean handsOver() {
    return kind instanceof PortKind.Queue queue && queue.handsOver();
  }

  /** In the sender, whose message goes into the queue, or to a receiver that is to be woken. */
  public void enqueue() {
    messages.ifPresent(MessageWork::enqueue);
  }

  /** In the sender, which meets the receiver at the port and goes to sleep in its place. */
  public void handOver() {
    messages.ifPresent(MessageWork::handOver);
  }

  /**
   * In the lower domain, a task: a request arrives. Returns the name of the right to reply. Where
   * there is no room for that, the request is still to be destroyed.
   */
  public PortName receiveRequest(Message message, int ranges, Arrival arrival) {
    messages.ifPresent(work -> work.receiveRequest(message, ranges, arrival));
    if (!passesRights()) {
      return NO_NAME;
    }
    PortName name = space(lower).insert(replies, PortRight.Kind.SEND_ONCE);
    requests.consumedSend();
    replies.consumedSendOnce();
    return name;
  }

  /** In the lower domain: the reply leaves. */
  public void sendReply(Message message, PortName replyName, int ranges) {
    if (lower.kernel()) {
      replyFromKernel();
    } else {
      messages.ifPresent(work -> work.send(message, ranges, 1));
      if (passesRights()) {
        space(lower).remove(replyName);
        replies.madeSendOnce();
      }
    }
  }

  private void replyFromKernel() {
    messages.ifPresent(repliesByMessage() ? MessageWork::answerFromKernel : MessageWork::gone);
    if (passesRights()) {
      requests.consumedSend();
    }
  }

  /** Whether a request's call that has not returned brings the kernel's answer back. */
  public boolean answersAtOnce() {
    return lower.kernel()
        && kind instanceof PortKind.Queue queue
        && queue.does(Manner.ANSWERS_AT_ONCE);
  }

  /** In the kernel, in the request's call: the answer returns with it, and is no message. */
  public void answerAtOnce() {
    messages.ifPresent(MessageWork::returned);
  }

  /** In the upper domain: the reply arrives. */
  public void receiveReply(Message message, int ranges, Arrival arrival) {
    if (repliesByMessage()) {
      messages.ifPresent(work -> work.receiveReply(message, ranges, arrival));
    }
    if (passesRights()) {
      replies.consumedSendOnce();
    }
  }

  /**
   * A request is destroyed before it was answered by the kernel or received by a task: the rights
   * it carried die with it, and whoever waits for the reply is told that none will come.
   */
  public void destroyRequest() {
    messages.ifPresent(MessageWork::gone);
    if (passesRights()) {
      requests.consumedSend();
      replies.consumedSendOnce();
      messages.ifPresent(MessageWork::sendNotice);
    }
  }

  /** A task that has a request in hand gives up without an answer. */
  public void abandonRequest(PortName replyName) {
    if (passesRights()) {
      space(lower).remove(replyName);
      messages.ifPresent(MessageWork::sendNotice);
    }
  }

  /** A reply is destroyed before it was received. */
  public void destroyReply() {
    if (repliesByMessage()) {
      messages.ifPresent(MessageWork::gone);
    }
    if (passesRights()) {
      replies.consumedSendOnce();
    }
  }

  private boolean passesRights() {
    return kind instanceof PortKind.Queue queue && queue.does(Manner.PORT_RIGHTS);
  }

  private boolean repliesByMessage() {
    return !lower.kernel()
        || (kind instanceof PortKind.Queue queue && queue.does(Manner.KERNEL_REPLIES));
  }

  private static PortSpace space(Domain domain) {
    return switch (domain) {
      case Domain.InTask(Task task) -> task.ports();
      case Domain.InKernel _ -> throw new IllegalStateException("the kernel has no port names");
    };
  }
}
