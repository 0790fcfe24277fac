package org.portbench.strategies.kernel.ipc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.hardware.sim.Zone;

/**
 * A queue of messages with one receiver. A full one blocks its senders; a freed place goes to the
 * sender that waited longest, and nobody overtakes it. Replies go to send-once rights and are never
 * blocked.
 */
public final class Port {
  private final String name;
  private final int limit;
  private final boolean inPages;
  private final ArrayDeque<Envelope> queue = new ArrayDeque<>();
  private final ArrayDeque<Blocked> blocked = new ArrayDeque<>();
  private final Zone<Blocked> waits = new Zone<>(Blocked::new);
  private final ArrayDeque<Notification> notifications = new ArrayDeque<>();
  private final Watchers watchers = new Watchers(this);
  private final PortRight[] rights = new PortRight[PortRight.Kind.values().length];
  private int used;
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

  /** A sender that waits until so many places are free. */
  private static final class Blocked {
    private int places;
    private Runnable wakeUp;

    private Blocked fill(int newPlaces, Runnable newWakeUp) {
      places = newPlaces;
      wakeUp = newWakeUp;
      return this;
    }
  }

  /**
   * @param limit requests held before senders block; 0 for no limit
   */
  public Port(String name, int limit) {
    this(name, limit, false);
  }

  /**
   * @param inPages a message takes as many places as its inline bytes fill pages; one that needs
   *     more than there are gets all of them once they are free
   */
  public Port(String name, int limit, boolean inPages) {
    this.name = name;
    this.limit = limit;
    this.inPages = inPages;
  }

  /** Queues a message unless the port is full, which has no effect, or dead. */
  public Sent send(Envelope envelope) {
    if (dead) {
      return Sent.DEAD;
    }
    int places = places(envelope);
    if (!envelope.message().reply() && !fits(places)) {
      return Sent.FULL;
    }
    return queue(envelope, places);
  }

  /** The same for a sender whose turn has come after it was blocked. */
  public Sent sendPromised(Envelope envelope) {
    int places = places(envelope);
    promised -= places;
    return dead ? Sent.DEAD : queue(envelope, places);
  }

  /** Remembers the sender of a message that the port was too full for. */
  public void block(Envelope envelope, Runnable wakeUp) {
    int places = places(envelope);
    if (dead || fits(places)) {
      throw new IllegalStateException(name + " is not full: nobody would wake the sender");
    }
    blocked.add(waits.take().fill(places, wakeUp));
  }

  public boolean waiting() {
    return !queue.isEmpty();
  }

  public int queued() {
    return queue.size();
  }

  /**
   * Takes the oldest message and lets those that are blocked longest go on, as far as room goes.
   */
  public Envelope receive() {
    Envelope envelope = queue.remove();
    used -= places(envelope);
    while (!blocked.isEmpty() && room(blocked.peek().places)) {
      wake(blocked.remove());
    }
    return envelope;
  }

  /** The receiver is gone: what is queued is handed back to be destroyed, senders are woken. */
  public List<Envelope> destroy() {
    dead = true;
    List<Envelope> destroyed = new ArrayList<>(queue);
    queue.clear();
    used = 0;
    while (!blocked.isEmpty()) {
      wake(blocked.remove());
    }
    watchers.died();
    return destroyed;
  }

  public boolean dead() {
    return dead;
  }

  private Sent queue(Envelope envelope, int places) {
    queue.add(envelope);
    used += places;
    return Sent.QUEUED;
  }

  private void wake(Blocked sender) {
    promised += sender.places;
    waits.giveBack(sender);
    sender.wakeUp.run();
  }

  /** Room for a new sender: those that wait come first. */
  private boolean fits(int places) {
    return blocked.isEmpty() && room(places);
  }

  private boolean room(int places) {
    return limit == 0 || used + promised == 0 || used + promised + places <= limit;
  }

  private int places(Envelope envelope) {
    return inPages ? pages(envelope.payload()) : 1;
  }

  private static int pages(Payload payload) {
    return payload instanceof InlineBytes bytes
        ? Math.max(1, bytes.buffer().object().pageCount())
        : 1;
  }

  // ---- rights ----------------------------------------------------------------------------------

  /** A right of a kind to this port: the same for all who have one. */
  public PortRight right(PortRight.Kind kind) {
    if (rights[kind.ordinal()] == null) {
      rights[kind.ordinal()] = new PortRight(this, kind);
    }
    return rights[kind.ordinal()];
  }

  public int sendRights() {
    return sendRights;
  }

  public int sendOnceRights() {
    return sendOnceRights;
  }

  /** Makes a send right of the receive right, on its way in a message. */
  public void makeSend() {
    watchers.madeSend();
    rightGained(PortRight.Kind.SEND);
  }

  /** A copy of a right on its way in a message. */
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
    watchers.look();
  }

  private void count(PortRight.Kind kind, int by) {
    switch (kind) {
      case RECEIVE, DEAD_NAME -> {}
      case SEND -> sendRights += by;
      case SEND_ONCE -> sendOnceRights += by;
    }
    if (sendRights < 0 || sendOnceRights < 0) {
      throw new IllegalStateException("right to " + name + " given up twice");
    }
  }

  // ---- notifications ---------------------------------------------------------------------------

  /** Tells once that no send right is left, if at least so many have been made. */
  public void tellNoSenders(int sync, Consumer<Notification> whom) {
    watchers.noSenders(sync, whom);
  }

  Watchers watchers() {
    return watchers;
  }

  /** How often a send right was made of the receive right. */
  public int makeSends() {
    return watchers.makeSends();
  }

  /** A notification arrives here, by a right to send once: it is never blocked. */
  public void notified(Notification notification) {
    notifications.add(notification);
  }

  /** The oldest notification, if there is one. */
  public Optional<Notification> nextNotification() {
    return Optional.ofNullable(notifications.poll());
  }

  @Override
  public String toString() {
    return name;
  }
}
