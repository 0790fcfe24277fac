package org.portbench.bench;

import java.util.PriorityQueue;
import java.util.Random;
import org.portbench.hardware.sim.EventQueue;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** The hold model of event lists: the first event is taken out and comes back some time later. */
interface Hold {
  void once();

  /**
   * How much later, drawn ahead so that drawing costs nobody anything. They are more than a branch
   * predictor learns by heart: of 4096 it did, and SSJ's best list took 19 ns instead of 41.
   */
  final class Delays {
    private static final int MEAN = 1_000_000;
    private static final int SEED = 2003;

    private final int[] delays = new int[1 << 16];
    private int at;

    Delays() {
      Random random = new Random(SEED);
      for (int i = 0; i < delays.length; i++) {
        delays[i] = 1 + (int) (-MEAN * Math.log(1 - random.nextDouble()));
      }
    }

    int next() {
      at = (at + 1) & (delays.length - 1);
      return delays[at];
    }
  }

  static Hold ofPortbench(int pending) {
    Delays delays = new Delays();
    EventQueue queue = new EventQueue();
    for (int i = 0; i < pending; i++) {
      queue.schedule(queue.newSlot(0, nowPs -> {}), delays.next());
    }
    return () -> {
      int slot = queue.next();
      queue.schedule(slot, queue.nowPs() + delays.next());
    };
  }

  /** Each event has a handler of its own, which is called and schedules the next one. */
  static Hold ofPortbenchFiring(int pending) {
    Delays delays = new Delays();
    EventQueue queue = new EventQueue();
    int[] slots = new int[pending];
    for (int i = 0; i < pending; i++) {
      int me = i;
      slots[i] = queue.newSlot(0, nowPs -> queue.schedule(slots[me], nowPs + delays.next()));
      queue.schedule(slots[i], delays.next());
    }
    return queue::runNext;
  }

  static Hold ofJava(int pending) {
    Delays delays = new Delays();
    PriorityQueue<Due> queue = new PriorityQueue<>(pending);
    for (int i = 0; i < pending; i++) {
      Due due = new Due();
      due.timePs = delays.next();
      queue.add(due);
    }
    return () -> {
      Due due = queue.remove();
      due.timePs += delays.next();
      queue.add(due);
    };
  }

  static Hold ofSsj(EventList list, int pending) {
    Delays delays = new Delays();
    Simulator simulator = new Simulator();
    for (int i = 0; i < pending; i++) {
      list.add(new Nothing(simulator, delays.next()));
    }
    return () -> {
      Nothing event = (Nothing) list.removeFirst();
      event.comesBackIn(delays.next());
      list.add(event);
    };
  }

  /** An event of Java's own queue. */
  final class Due implements Comparable<Due> {
    private long timePs;

    @Override
    public int compareTo(Due other) {
      return Long.compare(timePs, other.timePs);
    }
  }

  /** An event of SSJ's that does nothing: what is measured is its list. */
  final class Nothing extends Event {
    Nothing(Simulator simulator, double time) {
      super(simulator);
      eventTime = time;
    }

    void comesBackIn(double delay) {
      eventTime += delay;
    }

    @Override
    public void actions() {
      // Nothing.
    }
  }
}
