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

class Mach2StrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new Mach2Strategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.SNAPSHOT;
  }

  /**
   * To one layer: an entry in the holding map, then one in the layer's, the first removed. From
   * there to the driver: one more in the holding map, where the kernel faults in four pages.
   */
  @Test
  void dataLiesInTheHoldingMapInBetween() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 1);
    AddressRanges memory = rounds.memory(4 * PAGE);
    var write = rounds.of(Operation.WRITE, memory);
    assertEquals(3L, write.get("MAP_ENTRY_INSERT"));
    assertEquals(3L, write.get("MAP_ENTRY_REMOVE"));
    assertEquals(3L, write.get("MAP_FIND_SPACE"));
    assertEquals(4L, write.get("KERNEL_FAULT"));
    assertEquals(4L + 4, write.get("PTE_WRITE"), "the sender's protected, the kernel's unmapped");
    assertEquals(null, write.get("COPY_BYTES"));
  }
}
