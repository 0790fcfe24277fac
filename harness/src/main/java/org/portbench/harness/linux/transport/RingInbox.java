package org.portbench.harness.linux.transport;

import java.lang.foreign.Arena;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.UnixSocket;

/**
 * Two rings, from above and from below, and one doorbell: a {@code futex(FUTEX_WAIT)} where both
 * are empty. Descriptors cannot go through memory; they come by a socket from each side.
 */
final class RingInbox implements Inbox {
  private final RingMemory memory;
  private final Ring fromAbove;
  private final Ring fromBelow;
  private final UnixSocket sideAbove;
  private final UnixSocket sideBelow;
  private final Arena arena = Arena.ofConfined();
  private final Packet packet = new Packet(arena, Long.BYTES);
  private boolean cameFromAbove;

  RingInbox(Descriptor shared, UnixSocket sideAbove, UnixSocket sideBelow) {
    memory = new RingMemory(shared);
    fromAbove = memory.fromAbove();
    fromBelow = memory.fromBelow();
    this.sideAbove = sideAbove;
    this.sideBelow = sideBelow;
  }

  @Override
  public void receive(Message into) {
    while (!taken(into)) {
      int rung = memory.rung();
      memory.goingToSleep(true);
      boolean came = taken(into);
      if (!came) {
        memory.sleep(rung);
      }
      memory.goingToSleep(false);
      if (came) {
        return;
      }
    }
  }

  /** Replies first: they make room. */
  private boolean taken(Message into) {
    if (fromBelow.take(into)) {
      cameFromAbove = false;
      return true;
    }
    cameFromAbove = true;
    return fromAbove.take(into);
  }

  @Override
  public Descriptor descriptor(Message with) {
    UnixSocket side = cameFromAbove ? sideAbove : sideBelow;
    if (!side.receive(packet)) {
      throw new IllegalStateException("the neighbour is gone");
    }
    return packet.detach();
  }

  @Override
  public void close() {
    memory.close();
    sideAbove.close();
    sideBelow.close();
    arena.close();
  }
}
