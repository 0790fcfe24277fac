package org.portbench.strategies.kernel.ipc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The names of one task. A send right has one name however often it arrives, and is given up as
 * often as it arrived before the name goes; each send-once right has a name of its own.
 *
 * <p>A name is a place in a table and, in its upper bits, how often that has been in use before, so
 * that a name that is gone stays invalid for long, as Mach has it.
 */
public final class PortSpace {
  private static final int PLACE_BITS = 18;
  private static final int PLACES = 1 << PLACE_BITS;
  private static final int NONE = 0;
  private static final int USES = 1 << (Integer.SIZE - 1 - PLACE_BITS);

  private final NameTally tally;
  private final Map<PortRight, Name> shared = new HashMap<>();
  private Port[] ports = new Port[16];
  private PortRight.Kind[] kinds = new PortRight.Kind[16];
  private int[] times = new int[16];
  private int[] uses = new int[16];
  private int[] free = new int[16];
  private int freeCount;
  private int end = 1;

  /** By what a right goes that is counted; it stays for when the right comes again. */
  private static final class Name {
    private int number = NONE;
  }

  private record Watched(PortSpace space, int name) {}

  /** One whose names count among those of all tasks. */
  public PortSpace(NameTally tally) {
    this.tally = tally;
  }

  /** A right arrives: the port has one more, unless the space had it already. */
  public int insert(Port port, PortRight.Kind kind) {
    if (kind == PortRight.Kind.SEND_ONCE) {
      port.rightGained(kind);
      return enter(port, kind);
    }
    Name known = shared(port.right(kind));
    if (known.number == NONE) {
      known.number = enter(port, kind);
      port.rightGained(kind);
    } else {
      times[place(known.number)]++;
    }
    return known.number;
  }

  private Name shared(PortRight right) {
    Name known = shared.get(right);
    if (known == null) {
      known = new Name();
      shared.put(right, known);
    }
    return known;
  }

  private int enter(Port port, PortRight.Kind kind) {
    int place = freeCount > 0 ? free[--freeCount] : end++;
    if (place == ports.length) {
      grow();
    }
    ports[place] = port;
    kinds[place] = kind;
    times[place] = 1;
    tally.more();
    return uses[place] * PLACES + place;
  }

  private void grow() {
    int capacity = 2 * ports.length;
    if (capacity > PLACES) {
      throw new IllegalStateException("a task has at most " + PLACES + " names");
    }
    ports = Arrays.copyOf(ports, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    times = Arrays.copyOf(times, capacity);
    uses = Arrays.copyOf(uses, capacity);
    free = Arrays.copyOf(free, capacity);
  }

  /**
   * The right behind a name; a name without one is an error of the task. A right to send to a port
   * whose receiver is gone becomes a dead name when it is next looked at.
   */
  public PortRight lookup(int name) {
    int place = place(name);
    boolean sends =
        switch (kinds[place]) {
          case SEND, SEND_ONCE -> true;
          case RECEIVE, DEAD_NAME -> false;
        };
    if (sends && ports[place].dead()) {
      unshare(place, name);
      ports[place].rightLost(kinds[place]);
      kinds[place] = PortRight.Kind.DEAD_NAME;
    }
    return ports[place].right(kinds[place]);
  }

  /**
   * Takes a right out of the space, or makes one of it, for a message; it is counted on its way.
   */
  public PortRight copyIn(int name, Disposition disposition) {
    PortRight right = lookup(name);
    if (right.kind() != disposition.needs()) {
      throw new IllegalStateException(
          disposition + " of name " + name + ", which is " + right.kind());
    }
    Port port = right.port();
    switch (disposition) {
      case COPY_SEND, MOVE_SEND -> port.madeSend();
      case MAKE_SEND -> port.makeSend();
      case MAKE_SEND_ONCE, MOVE_SEND_ONCE -> port.madeSendOnce();
      case MOVE_RECEIVE -> {}
    }
    if (disposition.moves()) {
      remove(name);
    }
    return port.right(disposition.gives());
  }

  /** A right that was on its way arrives. */
  public int copyOut(PortRight inTransit) {
    int name = insert(inTransit.port(), inTransit.kind());
    inTransit.port().rightLost(inTransit.kind());
    return name;
  }

  /** Tells once that the receiver behind a name is gone, unless the name goes before. */
  public void tellDeath(int name, Consumer<Notification> whom) {
    ports[place(name)].watchers().death(new Watched(this, name), whom);
  }

  /** Gives a right up once; the last time its name goes. */
  public void remove(int name) {
    int place = place(name);
    if (--times[place] > 0) {
      return;
    }
    Port port = ports[place];
    PortRight.Kind kind = kinds[place];
    unshare(place, name);
    ports[place] = null;
    uses[place] = (uses[place] + 1) % USES;
    free[freeCount++] = place;
    tally.fewer();
    if (port.watchers().anyOfDeath()) {
      port.watchers().forget(new Watched(this, name));
    }
    port.rightLost(kind);
  }

  private void unshare(int place, int name) {
    PortRight right = ports[place].right(kinds[place]);
    Name known = shared.get(right);
    if (known != null && known.number == name) {
      known.number = NONE;
      if (ports[place].dead()) {
        shared.remove(right);
      }
    }
  }

  public int size() {
    return end - 1 - freeCount;
  }

  private int place(int name) {
    int place = name % PLACES;
    if (place < 1 || place >= end || ports[place] == null || name / PLACES != uses[place]) {
      throw new IllegalStateException("invalid name " + name);
    }
    return place;
  }
}
