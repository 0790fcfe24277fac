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

class TaskPortStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new TaskPortStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }

  /**
   * Two layers get the right by the first request, whose items the kernel looks at: four scalars, a
   * right and two numbers, three times on both sides but for the kernel, which is one. Of later
   * requests it looks at that to the kernel alone: the two to layers are plain, and header and
   * rights go the shorter way in one piece.
   */
  @Test
  void theAddressSpaceIsPassedOnce() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(4 * PAGE);
    Map<String, Long> first = rounds.of(Operation.WRITE, memory);
    assertEquals(2L, first.get("HANDLE_INSERT"));
    assertEquals(5L * 7, first.get("ITEM_SCAN"));
    Map<String, Long> second = rounds.of(Operation.WRITE, rounds.memory(2 * PAGE));
    assertEquals(null, second.get("HANDLE_INSERT"), "other memory of the same task");
    assertEquals(2L, second.get("HANDLE_LOOKUP"));
    assertEquals(7L, second.get("ITEM_SCAN"));
    assertEquals(first.get("RIGHT_COPY_OUT") - 2, second.get("RIGHT_COPY_OUT"));
    assertEquals(first.get("RIGHT_COPY_IN") - 2 - 2 * 2, second.get("RIGHT_COPY_IN"));
  }

  /** By a layer that touches nothing no map is looked at; by the driver, once for the range. */
  @Test
  void passingOnChangesNoMap() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(4 * PAGE);
    rounds.of(Operation.WRITE, memory);
    Map<String, Long> later = rounds.of(Operation.READ, memory);
    assertEquals(1L, later.get("MAP_LOOKUP"));
    assertEquals(4L, later.get("PAGE_HOLD"));
    for (String none : new String[] {"MAP_ENTRY_INSERT", "PTE_WRITE", "OBJECT_REFERENCE"}) {
      assertEquals(null, later.get(none), none);
    }
  }
}
