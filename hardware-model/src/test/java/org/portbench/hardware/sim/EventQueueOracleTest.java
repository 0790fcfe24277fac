package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  private String operation = "";
  private Consumer<String> meanwhile = where -> {};

  private record Entry(int slot, long timePs, int priority, long order) {}

  /** From some time on, the tree needs the slow way to tell times apart. */
  @ParameterizedTest(name = "seed {0}, from {1} ps")
  @CsvSource({
    "1, 0",
    "20030718, 0",
    "77, 0",
    "4242, 0",
    "4242, 140737488355000",
    "5, 72057594037927900"
  })
  void everyEvent_isTheOneThatAHeapFindsToo(long seed, long fromPs) {
    RandomStream random = new RandomStream(seed, "operations");
    newSlot(0);
    schedule(0, fromPs);
    runNext("seed " + seed + ", at the start");
    meanwhile =
        where -> {
          if (random.below(2) == 0) {
            change(random, lastFired, where);
          }
          if (random.below(4) == 0) {
            change(random, (int) random.below(priorities.size()), where);
          }
          if (random.below(20) == 0) {
            assertEquals(oracle.isEmpty(), events.idle(), where);
          }
        };
    int slotLimit = (int) (2 + random.below(90));
    for (int i = 0; i < OPERATIONS; i++) {
      step(random, slotLimit, "seed " + seed + ", operation " + i);
    }
    meanwhile = where -> {};
    while (!oracle.isEmpty()) {
      runNext("seed " + seed + ", at the end");
    }
    runNext("seed " + seed + ", when empty");
  }

  private void step(RandomStream random, int slotLimit, String where) {
    int choice = (int) random.below(10);
    if (priorities.isEmpty() || (choice == 0 && priorities.size() < slotLimit)) {
      newSlot((int) random.below(4));
    } else if (choice < 6) {
      change(random, (int) random.below(priorities.size()), where);
    } else {
      runNext(where);
    }
    assertEquals(oracle.isEmpty(), events.idle(), where);
  }

  private void change(RandomStream random, int slot, String where) {
    if (random.below(5) == 0) {
      events.cancel(slot);
      oracle.removeIf(entry -> entry.slot == slot);
    } else {
      schedule(slot, events.nowPs() + random.below(50));
    }
    boolean pending = oracle.stream().anyMatch(entry -> entry.slot == slot);
    assertEquals(pending, events.pending(slot), where);
  }

  private void newSlot(int priority) {
    int slot = priorities.size();
    priorities.add(priority);
    assertEquals(slot, events.newSlot(priority, nowPs -> fired(slot)));
  }

  private void schedule(int slot, long timePs) {
    events.schedule(slot, timePs);
    oracle.removeIf(entry -> entry.slot == slot);
    oracle.add(new Entry(slot, timePs, priorities.get(slot), order++));
  }

  private void runNext(String where) {
    operation = where;
    assertEquals(!oracle.isEmpty(), events.runNext(), where);
  }

  private void fired(int slot) {
    Entry expected = oracle.remove();
    assertEquals(expected.slot, slot, operation);
    assertEquals(expected.timePs, events.nowPs(), operation);
    assertFalse(events.pending(slot), operation);
    lastFired = slot;
    meanwhile.accept(operation);
  }
}
