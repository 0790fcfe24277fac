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

class MachXnuStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new MachXnuStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.SNAPSHOT;
  }

  @Override
  public Isolation isolationAtDriver() {
    return Isolation.LIVE;
  }

  /** One layer: in and out of a kernel buffer, then the layer's four pages are listed. */
  @Test
  void sixteenKibibytesAreCopiedTwiceAndFaultedIn() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 1);
    Map<String, Long> write = rounds.of(Operation.WRITE, rounds.memory(4 * PAGE));
    assertEquals(2L * 4 * PAGE, write.get("COPY_BYTES"));
    assertEquals(4L, write.get("SOFT_FAULT"), "a page of zeroes each");
    assertEquals(4L * PAGE, write.get("ZERO_BYTES"));
    assertEquals(1L, write.get("MAP_ENTRY_INSERT"));
    assertEquals(1L, write.get("MAP_ENTRY_REMOVE"));
    assertEquals(4L, write.get("PTE_WRITE"), "unmapped again");
  }

  @Test
  void ofOneByteMoreOnlyThatByteIsCopied_asItIsNoWholePage() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 1);
    Map<String, Long> write = rounds.of(Operation.WRITE, rounds.memory(4 * PAGE + 1));
    assertEquals(1L, write.get("COPY_BYTES"));
    assertEquals((long) PAGE, write.get("ZERO_BYTES"), "the page that it is copied to");
    assertEquals(null, write.get("SOFT_FAULT"));
    assertEquals(5L, write.get("PTE_WRITE"), "the sender's pages are protected");
  }

  /**
   * Two layers: the first gives up what it got, which is protected and unmapped rather than moved.
   * Its pages were never touched, so that neither finds a translation.
   */
  @Test
  void whatIsGivenUpIsCopiedVirtuallyAndThenUnmapped() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    Map<String, Long> write = rounds.of(Operation.WRITE, rounds.memory(5 * PAGE));
    assertEquals(2L, write.get("MAP_ENTRY_INSERT"));
    assertEquals(2L, write.get("MAP_ENTRY_REMOVE"));
    assertEquals(5L, write.get("PTE_WRITE"));
  }

  /** A round trip carries two messages with one descriptor between them, looked at on each side. */
  @Test
  void onlyDescriptorsAreLookedAt() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 1);
    assertEquals(3L, rounds.of(Operation.WRITE, rounds.memory(PAGE)).get("ITEM_SCAN"));
  }

  /** 32 KiB, read by the layer that has all of it alone, then written: no shadow, no copy. */
  @Test
  void aSoleOwnerWritesInPlace() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 1);
    AddressRanges memory = rounds.memory(8 * PAGE);
    rounds.of(Operation.WRITE, memory);
    rounds.course().at(0, () -> rounds.course().bench.fill(memory, 4));
    assertEquals(0, rounds.charges().of("COPY_BYTES"));
    assertEquals(8, rounds.charges().of("PROTECTION_FAULT"));
    assertEquals(0, rounds.charges().of("OBJECT_CREATE"));
  }
}
