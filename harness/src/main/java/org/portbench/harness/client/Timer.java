package org.portbench.harness.client;

import java.util.PriorityQueue;
import org.portbench.hardware.sim.EventQueue;

/** Calls back at each of the times it was set to. */
final class Timer {
  private static final int EVENT_PRIORITY = 3;

  private final EventQueue events;
  private final int slot;
  private final PriorityQueue<Long> duePs = new PriorityQueue<>();

  Timer(EventQueue events, EventQueue.Handler handler) {
    this.events = events;
    this.slot =
        events.newSlot(
            EVENT_PRIORITY,
            nowPs -> {
              duePs.remove();
              handler.fire(nowPs);
              arm();
            });
  }

  void set(long timePs) {
    duePs.add(Math.max(events.nowPs(), timePs));
    arm();
  }

  private void arm() {
    if (!duePs.isEmpty()) {
      events.schedule(slot, duePs.peek());
    }
  }
}
