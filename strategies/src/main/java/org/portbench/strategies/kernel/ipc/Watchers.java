package org.portbench.strategies.kernel.ipc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who wants to be told of a port's end: of its receiver's, or of its last sender's. Each once. */
final class Watchers {
  private final Port port;
  private final Map<Object, Consumer<Notification>> ofDeath = new LinkedHashMap<>();
  private NoSenders ofNoSenders;
  private int makeSends;

  private record NoSenders(int sync, Consumer<Notification> then) {}

  Watchers(Port port) {
    this.port = port;
  }

  void madeSend() {
    makeSends++;
  }

  int makeSends() {
    return makeSends;
  }

  /**
   * @param sync makes that the asker knows of: with fewer, more senders are on their way
   */
  void noSenders(int sync, Consumer<Notification> then) {
    ofNoSenders = new NoSenders(sync, then);
    look();
  }

  /** After send rights were lost: nothing but a comparison, unless it was the last. */
  void look() {
    if (port.sendRights() == 0 && ofNoSenders != null && makeSends >= ofNoSenders.sync) {
      Consumer<Notification> then = ofNoSenders.then;
      ofNoSenders = null;
      then.accept(new Notification(Notification.Kind.NO_SENDERS, port, makeSends));
    }
  }

  void death(Object name, Consumer<Notification> then) {
    if (port.dead()) {
      then.accept(deadName());
    } else {
      ofDeath.put(name, then);
    }
  }

  /** Whether anybody wants to be told of its death. */
  boolean anyOfDeath() {
    return !ofDeath.isEmpty();
  }

  /** The name is gone before the port is. */
  void forget(Object name) {
    ofDeath.remove(name);
  }

  void died() {
    ofNoSenders = null;
    List<Consumer<Notification>> all = List.copyOf(ofDeath.values());
    ofDeath.clear();
    all.forEach(then -> then.accept(deadName()));
  }

  private Notification deadName() {
    return new Notification(Notification.Kind.DEAD_NAME, port, makeSends);
  }
}
