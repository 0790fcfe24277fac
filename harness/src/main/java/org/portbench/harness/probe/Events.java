package org.portbench.harness.probe;

import java.util.SplittableRandom;
import org.portbench.hardware.sim.EventQueue;

/** The event queue alone: the first event fires, and asks to be fired again some time later. */
final class Events implements Iterations {
  private static final int OF_ITERATION = 10_000;
  private static final int DELAYS = 1 << 12;
  private static final int LONGEST_PS = 2_000_000;
  private static final long SEED = 2003;

  private final EventQueue queue = new EventQueue();
  private final int[] delaysPs;
  private int drawn;

  /**
   * @param pending at any time
   */
  Events(int pending) {
    delaysPs = new SplittableRandom(SEED).ints(DELAYS, 1, LONGEST_PS).toArray();
    int[] slots = new int[pending];
    for (int i = 0; i < pending; i++) {
      int me = i;
      slots[i] = queue.newSlot(0, nowPs -> queue.schedule(slots[me], nowPs + delayPs()));
      queue.schedule(slots[i], delayPs());
    }
  }

  /** The mean time of an event. */
  @Override
  public double onceNs() {
    long startNs = System.nanoTime();
    for (int i = 0; i < OF_ITERATION; i++) {
      queue.runNext();
    }
    return (double) (System.nanoTime() - startNs) / OF_ITERATION;
  }

  private int delayPs() {
    drawn = (drawn + 1) & (DELAYS - 1);
    return delaysPs[drawn];
  }
}
