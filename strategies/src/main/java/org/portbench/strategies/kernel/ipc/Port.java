package org.portbench.strategies.kernel.ipc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A queue of messages with one receiver. A full one blocks its senders; a freed place goes to the
 * sender that waited longest, and nobody overtakes it. Replies go to send-once rights and are never
 * blocked.
 */
public final class Port {
  private final String name;
  private final int limit;
  private final ArrayDeque<Envelope> queue = new ArrayDeque<>();
  private final ArrayDeque<Runnable> blocked = new ArrayDeque<>();
  private int promised;
  private int sendRights;
  private int sendOnceRights;
  private boolean dead;

  /** How an attempt to send ended. */
  public enum Sent {
    QUEUED,
    FULL,
    DEAD
  }

  /**
   * @param limit requests held before senders block; 0 for no limit
   */
  public Port(String name, int limit) {
    this.name = name;
    this.limit = limit;
  }

  /** Queues a message unless the port is full, which has no effect, or dead. */
  public Sent send(Envelope envelope) {
    if (dead) {
      return Sent.DEAD;
    }
    if (full() && !envelope.message().reply()) {
      return Sent.FULL;
    }
    queue.add(envelope);
    return Sent.QUEUED;
  }

  /** The same for a sender whose turn has come after it was blocked. */
  public Sent sendPromised(Envelope envelope) {
    promised--;
    if (dead) {
      return Sent.DEAD;
    }
    queue.add(envelope);
    return Sent.QUEUED;
  }

  /** Remembers a sender that found the port full. */
  public void block(Runnable wakeUp) {
    blocked.add(wakeUp);
  }

  public boolean waiting() {
    return !queue.isEmpty();
  }

  public int queued() {
    return queue.size();
  }

  /** Takes the oldest message and lets the longest blocked sender go on. */
  public Envelope receive() {
    Envelope envelope = queue.remove();
    if (!blocked.isEmpty() && limit > 0 && queue.size() + promised < limit) {
      promised++;
      blocked.remove().run();
    }
    return envelope;
  }

  /** The receiver is gone: what is queued is handed back to be destroyed, senders are woken. */
  public List<Envelope> destroy() {
    dead = true;
    List<Envelope> destroyed = new ArrayList<>(queue);
    queue.clear();
    promised += blocked.size();
    while (!blocked.isEmpty()) {
      blocked.remove().run();
    }
    return destroyed;
  }

  public boolean dead() {
    return dead;
  }

  public int sendRights() {
    return sendRights;
  }

  public int sendOnceRights() {
    return sendOnceRights;
  }

  /** A right on its way in a message. */
  public void madeSend() {
    rightGained(PortRight.Kind.SEND);
  }

  public void madeSendOnce() {
    rightGained(PortRight.Kind.SEND_ONCE);
  }

  public void consumedSend() {
    rightLost(PortRight.Kind.SEND);
  }

  public void consumedSendOnce() {
    rightLost(PortRight.Kind.SEND_ONCE);
  }

  void rightGained(PortRight.Kind kind) {
    count(kind, 1);
  }

  void rightLost(PortRight.Kind kind) {
    count(kind, -1);
  }

  private void count(PortRight.Kind kind, int by) {
    switch (kind) {
      case RECEIVE -> {}
      case SEND -> sendRights += by;
      case SEND_ONCE -> sendOnceRights += by;
    }
    if (sendRights < 0 || sendOnceRights < 0) {
      throw new IllegalStateException("right to " + name + " given up twice");
    }
  }

  private boolean full() {
    return limit > 0 && queue.size() + promised >= limit;
  }

  @Override
  public String toString() {
    return name;
  }
}
