package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private final EventQueue events = new EventQueue();
  private final List<String> fired = new ArrayList<>();

  @Test
  void manyOwnersOfSlots_eachGetTheirTime() {
    int owners = 5_000;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < owners; i++) {
      int owner = i;
      events.schedule(events.newSlot(0, now -> order.add(owner)), 10L * (owners - i));
    }
    while (events.runNext()) {}
    assertEquals(IntStream.range(0, owners).map(i -> owners - 1 - i).boxed().toList(), order);
  }

  @Test
  void events_fireInTheOrderOfTime() {
    schedule("late", 0, 30);
    schedule("early", 0, 10);
    schedule("middle", 0, 20);
    finish();
    assertEquals(List.of("early at 10", "middle at 20", "late at 30"), fired);
  }

  @Test
  void eventsOfOneTime_fireByPriorityThenInTheOrderOfScheduling() {
    schedule("low a", 5, 10);
    schedule("low b", 5, 10);
    schedule("high", 1, 10);
    finish();
    assertEquals(List.of("high at 10", "low a at 10", "low b at 10"), fired);
  }

  @Test
  void reschedulingAtTheSameTime_goesToTheEndOfTheLine() {
    int first = schedule("first", 0, 10);
    schedule("second", 0, 10);
    events.schedule(first, 10);
    finish();
    assertEquals(List.of("second at 10", "first at 10"), fired);
  }

  @Test
  void reschedulingReplacesTheOldTime_laterAndEarlier() {
    int postponed = schedule("postponed", 0, 10);
    schedule("fixed", 0, 20);
    int advanced = schedule("advanced", 0, 30);
    events.schedule(postponed, 40);
    events.schedule(advanced, 5);
    finish();
    assertEquals(List.of("advanced at 5", "fixed at 20", "postponed at 40"), fired);
  }

  @Test
  void cancelledEvent_doesNotFire() {
    int cancelled = schedule("cancelled", 0, 10);
    schedule("other", 0, 20);
    events.cancel(cancelled);
    assertFalse(events.pending(cancelled));
    finish();
    assertEquals(List.of("other at 20"), fired);
  }

  @Test
  void cancellingWhatIsNotPending_changesNothing() {
    int never = events.newSlot(0, now -> fired.add("never"));
    schedule("other", 0, 20);
    events.cancel(never);
    finish();
    assertEquals(List.of("other at 20"), fired);
  }

  @Test
  void handler_seesItsTimeAndMayScheduleItselfForNow() {
    int[] slot = new int[1];
    int[] left = {3};
    slot[0] =
        events.newSlot(
            0,
            now -> {
              assertEquals(now, events.nowPs());
              assertFalse(events.pending(slot[0]));
              fired.add("at " + now);
              if (--left[0] > 0) {
                events.schedule(slot[0], now);
              }
            });
    events.schedule(slot[0], 7);
    finish();
    assertEquals(List.of("at 7", "at 7", "at 7"), fired);
    assertEquals(3, events.fired());
  }

  @Test
  void lateSlotAmongFew_isFoundThoughNoOtherWasEverScheduled() {
    for (int i = 0; i < 4; i++) {
      events.newSlot(0, now -> fired.add("nobody"));
    }
    int first = schedule("fifth", 0, 100);
    assertEquals(4, first);
    events.schedule(0, 10);
    events.runNext();
    assertFalse(events.idle());
    finish();
    assertEquals(List.of("nobody", "fifth at 100"), fired);
  }

  @Test
  void emptyQueue_isIdleAndRunsNothing() {
    assertTrue(events.idle());
    assertFalse(events.runNext());
    assertEquals(0, events.nowPs());
  }

  @Test
  void thePast_isRefused() {
    int slot = schedule("a", 0, 10);
    finish();
    assertThrows(IllegalArgumentException.class, () -> events.schedule(slot, 9));
    assertThrows(IllegalArgumentException.class, () -> events.schedule(slot, Long.MAX_VALUE));
  }

  @Test
  void priorityOutsideItsRange_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> events.newSlot(-1, now -> {}));
    assertThrows(IllegalArgumentException.class, () -> events.newSlot(128, now -> {}));
  }

  private int schedule(String name, int priority, long timePs) {
    int slot = events.newSlot(priority, now -> fired.add(name + " at " + now));
    events.schedule(slot, timePs);
    return slot;
  }

  private void finish() {
    while (events.runNext()) {}
  }
}
