package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The winner tree against a heap of entries, through thousands of random operations. */
class EventQueueOracleTest {
  private static final int OPERATIONS = 20_000;

  private final EventQueue events = new EventQueue();
  private final List<Integer> priorities = new ArrayList<>();
  private final PriorityQueue<Entry> oracle =
      new PriorityQueue<>(
          Comparator.comparingLong(Entry::timePs)
              .thenComparingInt(Entry::priority)
              .thenComparingLong(Entry::order));
  private int lastFired = -1;
  private long order;

  private record Entry(int slot, long timePs, int priority, long order) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20030718, 77, 4242})
  void everyEvent_isTheOneThatAHeapFindsToo(long seed) {
    RandomStream random = new RandomStream(seed, "operations");
    int slotLimit = (int) (2 + random.below(90));
    for (int i = 0; i < OPERATIONS; i++) {
      step(random, slotLimit, "seed " + seed + ", operation " + i);
    }
    while (!oracle.isEmpty()) {
      runNext("seed " + seed + ", at the end");
    }
    runNext("seed " + seed + ", when empty");
  }

  private void step(RandomStream random, int slotLimit, String where) {
    int choice = (int) random.below(10);
    if (priorities.isEmpty() || (choice == 0 && priorities.size() < slotLimit)) {
      newSlot((int) random.below(4));
    } else if (choice < 5) {
      schedule((int) random.below(priorities.size()), events.nowPs() + random.below(50));
    } else if (choice == 5) {
      int slot = (int) random.below(priorities.size());
      events.cancel(slot);
      oracle.removeIf(entry -> entry.slot == slot);
    } else {
      runNext(where);
    }
    assertEquals(oracle.isEmpty(), events.idle(), where);
  }

  private void newSlot(int priority) {
    int slot = priorities.size();
    priorities.add(priority);
    assertEquals(slot, events.newSlot(priority, now -> lastFired = slot));
  }

  private void schedule(int slot, long timePs) {
    events.schedule(slot, timePs);
    oracle.removeIf(entry -> entry.slot == slot);
    oracle.add(new Entry(slot, timePs, priorities.get(slot), order++));
  }

  private void runNext(String where) {
    Optional<Entry> expected = Optional.ofNullable(oracle.poll());
    assertEquals(expected.isPresent(), events.runNext(), where);
    expected.ifPresent(entry -> {
      assertEquals(entry.slot, lastFired, where);
      assertEquals(entry.timePs, events.nowPs(), where);
    });
  }
}
