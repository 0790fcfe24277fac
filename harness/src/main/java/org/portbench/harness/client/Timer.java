package org.portbench.harness.client;

import org.portbench.hardware.sim.EventQueue;

/** Calls back at each of the times it was set to, which never go back. */
final class Timer {
  private static final int EVENT_PRIORITY = 3;

  private final EventQueue events;
  private final EventQueue.Handler handler;
  private final int slot;
  private long[] duePs = new long[1];
  private int first;
  private int end;

  Timer(EventQueue events, EventQueue.Handler handler) {
    this.events = events;
    this.handler = handler;
    this.slot = events.newSlot(EVENT_PRIORITY, this::due);
  }

  void set(long timePs) {
    if (end == duePs.length) {
      makeRoom();
    }
    long newPs = Math.max(events.nowPs(), timePs);
    if (end > first && newPs < duePs[end - 1]) {
      throw new IllegalArgumentException("set to " + newPs + " ps after " + duePs[end - 1] + " ps");
    }
    duePs[end++] = newPs;
    arm();
  }

  /** Uses the room that past times leave, or takes more. */
  private void makeRoom() {
    int waiting = end - first;
    long[] room = waiting > duePs.length / 2 ? new long[2 * duePs.length] : duePs;
    System.arraycopy(duePs, first, room, 0, waiting);
    duePs = room;
    first = 0;
    end = waiting;
  }

  private void due(long nowPs) {
    first++;
    handler.fire(nowPs);
    arm();
  }

  private void arm() {
    if (first < end) {
      events.schedule(slot, duePs[first]);
    }
  }
}
