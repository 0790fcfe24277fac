package org.portbench.strategies.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Rounds;
import org.portbench.strategies.StrategyContract;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;

class MemoryEntryStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new MemoryEntryStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }

  /**
   * Each request has four scalars, a right and two numbers, looked at on both sides of two
   * crossings and on one of the last. Made with the first: 4 + 3 more items, an object and its
   * reference.
   */
  @Test
  void theEntryIsMadeOnceAndItsRightTravelsEachTime() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(4 * PAGE);
    Map<String, Long> first = rounds.of(Operation.WRITE, memory);
    Map<String, Long> second = rounds.of(Operation.WRITE, memory);
    assertEquals(5L * 7, second.get("ITEM_SCAN"));
    assertEquals(second.get("ITEM_SCAN") + 7, first.get("ITEM_SCAN"));
    assertEquals(1L, first.get("OBJECT_CREATE"));
    assertEquals(null, second.get("OBJECT_CREATE"));
    assertEquals(first.get("SYSTEM_CALL") - 1, second.get("SYSTEM_CALL"));
  }

  /** Nobody looks into any map, not even the driver, and no translation is written. */
  @Test
  void passingOnTouchesNoMap() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(4 * PAGE);
    rounds.of(Operation.READ, memory);
    Map<String, Long> later = rounds.of(Operation.READ, memory);
    assertEquals(4L, later.get("PAGE_HOLD"));
    for (String none :
        new String[] {"MAP_LOOKUP", "MAP_ENTRY_INSERT", "PTE_WRITE", "OBJECT_REFERENCE"}) {
      assertEquals(null, later.get(none), none);
    }
  }
}
