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

class Mach3StrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new Mach3Strategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.SNAPSHOT;
  }

  /**
   * Pages that are listed for a device are busy, which only stops faults: mappings go on working.
   */
  @Override
  public Isolation isolationAtDriver() {
    return Isolation.LIVE;
  }

  /**
   * 64 KiB through two layers, each on a CPU of its own, whose receivers are all woken: the first
   * write finds memory that its sender can write, and protects it. Two messages to tasks are simple
   * and copied in the short way: the requests of a read, the replies to a write. The other two and
   * the kernel's reply take the long one, with two rights of a request and one of a reply; the
   * request to the kernel has two more. The buffer of the first request serves for all others. The
   * sixth system call gives memory back.
   */
  @Test
  void aWriteAndAReadChargeTheirSteps() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(16 * PAGE);
    assertEquals(
        Map.ofEntries(
            Map.entry("HEADER_BYTES", 480L),
            Map.entry("IDLE_EXIT", 15L),
            Map.entry("ITEM_SCAN", 10L),
            Map.entry("MACH_DEQUEUE", 5L),
            Map.entry("MACH_ENQUEUE", 4L),
            Map.entry("MACH_FAST_SEND", 2L),
            Map.entry("MACH_KERNEL_SERVER", 1L),
            Map.entry("MACH_RECEIVE", 5L),
            Map.entry("MACH_SEND", 3L),
            Map.entry("MAP_ENTRY_INSERT", 3L),
            Map.entry("MAP_ENTRY_REMOVE", 3L),
            Map.entry("MAP_FIND_SPACE", 4L),
            Map.entry("MAP_LOOKUP", 3L),
            Map.entry("MESSAGE_BUFFER", 1L),
            Map.entry("OBJECT_CREATE", 2L),
            Map.entry("OBJECT_PAGE_MOVE", 16L),
            Map.entry("OBJECT_REFERENCE", 2L),
            Map.entry("PAGE_ALLOCATE", 16L),
            Map.entry("PAGE_FREE", 16L),
            Map.entry("PAGE_HOLD", 16L),
            Map.entry("PAGE_UNHOLD", 16L),
            Map.entry("PTE_WRITE", 32L),
            Map.entry("RIGHT_COPY_IN", 4L),
            Map.entry("RIGHT_COPY_OUT", 2L),
            Map.entry("SYSTEM_CALL", 6L),
            Map.entry("TLB_FLUSH", 2L),
            Map.entry("TLB_INVALIDATE", 16L)),
        rounds.of(Operation.READ, memory));
    assertEquals(
        Map.ofEntries(
            Map.entry("HEADER_BYTES", 480L),
            Map.entry("IDLE_EXIT", 15L),
            Map.entry("ITEM_SCAN", 25L),
            Map.entry("MACH_DEQUEUE", 5L),
            Map.entry("MACH_ENQUEUE", 4L),
            Map.entry("MACH_FAST_SEND", 2L),
            Map.entry("MACH_KERNEL_SERVER", 1L),
            Map.entry("MACH_RECEIVE", 5L),
            Map.entry("MACH_SEND", 3L),
            Map.entry("MAP_ENTRY_INSERT", 2L),
            Map.entry("MAP_ENTRY_REMOVE", 2L),
            Map.entry("MAP_FIND_SPACE", 3L),
            Map.entry("MAP_LOOKUP", 4L),
            Map.entry("OBJECT_REFERENCE", 4L),
            Map.entry("PAGE_HOLD", 16L),
            Map.entry("PAGE_LIST_CONTINUE", 1L),
            Map.entry("PAGE_LOOKUP", 16L),
            Map.entry("PAGE_UNHOLD", 16L),
            Map.entry("PTE_WRITE", 48L),
            Map.entry("RIGHT_COPY_IN", 6L),
            Map.entry("RIGHT_COPY_OUT", 2L),
            Map.entry("SYSTEM_CALL", 6L),
            Map.entry("TLB_FLUSH", 2L),
            Map.entry("TLB_INVALIDATE", 32L)),
        rounds.of(Operation.WRITE, memory));
  }
}
