package org.portbench.harness.linux.transport;

import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Futex;
import org.portbench.harness.linux.sys.Mapping;

/**
 * What a domain's inbox is made of where messages go through shared memory: a doorbell, a note
 * whether anybody sleeps beside it, and a ring from each neighbour.
 */
final class RingMemory implements AutoCloseable {
  /** A ring from above and one from below. */
  static final long BYTES = Math.ceilDiv(128 + 2 * Ring.BYTES, 4096L) * 4096;

  private static final long DOORBELL = 0;
  private static final long SLEEPING = 64;
  private static final long FROM_ABOVE = 128;
  private static final long FROM_BELOW = FROM_ABOVE + Ring.BYTES;

  private final Mapping mapping;
  private final Futex doorbell;
  private final Futex sleeping;

  RingMemory(Descriptor memory) {
    mapping = Mapping.shared(memory, 0, BYTES);
    doorbell = new Futex(mapping.memory(), DOORBELL);
    sleeping = new Futex(mapping.memory(), SLEEPING);
  }

  Ring fromAbove() {
    return new Ring(mapping.memory(), FROM_ABOVE);
  }

  Ring fromBelow() {
    return new Ring(mapping.memory(), FROM_BELOW);
  }

  /** Sleeps until somebody rings, unless somebody has since. */
  void sleep(int rung) {
    doorbell.await(rung);
  }

  int rung() {
    return doorbell.value();
  }

  void goingToSleep(boolean so) {
    sleeping.set(so ? 1 : 0);
  }

  /** Wakes the owner if it sleeps: {@code futex(FUTEX_WAKE)}, and nothing where it does not. */
  void ring() {
    if (sleeping.value() != 0) {
      doorbell.add(1);
      doorbell.wake();
    }
  }

  @Override
  public void close() {
    mapping.close();
  }
}
