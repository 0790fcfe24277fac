package org.portbench.strategies.kernel;

import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortKind;
import org.portbench.strategies.kernel.ipc.PortKind.Queue.Manner;
import org.portbench.strategies.kernel.ipc.PortRight;
import org.portbench.strategies.kernel.ipc.PortSpace;

/**
 * The way from one domain to the next below it: a port for requests, one for their replies, and
 * what becomes of the rights to them. Where the lower domain is the kernel, requests are served
 * inline.
 */
public final class Channel {
  private static final int NO_NAME = 0;

  private final Kernel kernel;
  private final PortKind kind;

  /** Null where there are no messages. */
  private final MessageWork messages;

  private final boolean passesRights;
  private final boolean handsOver;
  private final boolean answersAtOnce;
  private final boolean repliesByMessage;
  private final Domain upper;
  private final Domain lower;
  private final Port requests;
  private final Port replies;

  public Channel(
      Kernel kernel, PortKind kind, Domain upper, Domain lower, Port requests, Port replies) {
    this.kernel = kernel;
    this.kind = kind;
    this.messages = kind instanceof PortKind.Queue queue ? new MessageWork(kernel, queue) : null;
    this.passesRights = does(Manner.PORT_RIGHTS);
    this.handsOver = kind instanceof PortKind.Queue queue && queue.handsOver();
    this.answersAtOnce = lower.kernel() && does(Manner.ANSWERS_AT_ONCE);
    this.repliesByMessage = !lower.kernel() || does(Manner.KERNEL_REPLIES);
    this.upper = upper;
    this.lower = lower;
    this.requests = requests;
    this.replies = replies;
  }

  private boolean does(Manner manner) {
    return kind instanceof PortKind.Queue queue && queue.does(manner);
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
    if (messages != null) {
      if (lower.kernel()) {
        messages.callKernel(message, ranges, 2);
      } else {
        messages.send(message, ranges, 2);
      }
    }
    if (passesRights) {
      requests.madeSend();
      replies.madeSendOnce();
    }
  }

  /** Whether a message may come to a sleeping receiver together with the sender's CPU. */
  public boolean handsOver() {
    return handsOver;
  }

  /** In the sender, whose message goes into the queue, or to a receiver that is to be woken. */
  public void enqueue() {
    if (messages != null) {
      messages.enqueue();
    }
  }

  /** In the sender, which meets the receiver at the port and goes to sleep in its place. */
  public void handOver() {
    if (messages != null) {
      messages.handOver();
    }
  }

  /**
   * In the lower domain, a task: a request arrives. Returns the name of the right to reply. Where
   * there is no room for that, the request is still to be destroyed.
   */
  public int receiveRequest(Message message, int ranges, Arrival arrival) {
    if (messages != null) {
      messages.receiveRequest(message, ranges, arrival);
    }
    if (!passesRights) {
      return NO_NAME;
    }
    int name = space(lower).insert(replies, PortRight.Kind.SEND_ONCE);
    requests.consumedSend();
    replies.consumedSendOnce();
    return name;
  }

  /** In the lower domain: the reply leaves. */
  public void sendReply(Message message, int replyName, int ranges) {
    if (lower.kernel()) {
      replyFromKernel();
    } else {
      if (messages != null) {
        messages.send(message, ranges, 1);
      }
      if (passesRights) {
        space(lower).remove(replyName);
        replies.madeSendOnce();
      }
    }
  }

  private void replyFromKernel() {
    if (messages != null) {
      messages.repliedByKernel(repliesByMessage);
    }
    if (passesRights) {
      requests.consumedSend();
    }
  }

  /** Whether a request's call that has not returned brings the kernel's answer back. */
  public boolean answersAtOnce() {
    return answersAtOnce;
  }

  /** In the kernel, in the request's call: the answer returns with it, and is no message. */
  public void answerAtOnce() {
    if (messages != null) {
      messages.returned();
    }
  }

  /** In the upper domain: the reply arrives. */
  public void receiveReply(Message message, int ranges, Arrival arrival) {
    if (repliesByMessage) {
      if (messages != null) {
        messages.receiveReply(message, ranges, arrival);
      }
    }
    if (passesRights) {
      replies.consumedSendOnce();
    }
  }

  /**
   * A request is destroyed before it was answered by the kernel or received by a task: the rights
   * it carried die with it, and whoever waits for the reply is told that none will come.
   */
  public void destroyRequest() {
    if (messages != null) {
      messages.gone();
    }
    if (passesRights) {
      requests.consumedSend();
      replies.consumedSendOnce();
      if (messages != null) {
        messages.sendNotice();
      }
    }
  }

  /** A task that has a request in hand gives up without an answer. */
  public void abandonRequest(int replyName) {
    if (passesRights) {
      space(lower).remove(replyName);
      if (messages != null) {
        messages.sendNotice();
      }
    }
  }

  /** A reply is destroyed before it was received. */
  public void destroyReply() {
    if (repliesByMessage) {
      if (messages != null) {
        messages.gone();
      }
    }
    if (passesRights) {
      replies.consumedSendOnce();
    }
  }

  private static PortSpace space(Domain domain) {
    return switch (domain) {
      case Domain.InTask(Task task) -> task.ports();
      case Domain.InKernel _ -> throw new IllegalStateException("the kernel has no port names");
    };
  }
}
