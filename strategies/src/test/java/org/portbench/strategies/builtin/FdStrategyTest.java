package org.portbench.strategies.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Rounds;
import org.portbench.strategies.StrategyContract;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;

class FdStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new FdStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }

  /** Two layers and the driver: a descriptor made for each layer, looked up by each sender. */
  @Test
  void anOpenFileCrossesInEachMessageAndNobodyMapsIt() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(4 * PAGE);
    rounds.of(Operation.WRITE, memory);
    var write = rounds.of(Operation.WRITE, memory);
    assertEquals(2L, write.get("HANDLE_INSERT"));
    assertEquals(3L + 2, write.get("HANDLE_LOOKUP"), "three sends and two closes");
    assertEquals(2L * 4 + 1 + 2, write.get("SYSTEM_CALL"), "messages, the driver, two closes");
    assertEquals(null, write.get("PTE_WRITE"));
    assertEquals(null, write.get("MAP_LOOKUP"));
    assertEquals(4L, write.get("PAGE_HOLD"));
  }
}
