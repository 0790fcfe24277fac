package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Counter;
import org.portbench.strategies.Bench;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;

/** A write to memory that is lent goes through, is seen, and is counted; nothing else is. */
class LoansTest {
  private static final int PAGE = TestMachine.PAGE;

  private final Bench bench = new Bench(TestMachine.NEW);
  private final Kernel kernel = bench.kernel();
  private final Task task = kernel.createTask("task");
  private final Domain inKernel = new Domain.InKernel();
  private final AddressRanges memory = bench.memory(task, 0, 2 * PAGE);

  private void run(Runnable work) {
    bench.run(task, 0, work);
  }

  private void assertViolations(long count) {
    assertEquals(count, bench.machine().meter().counter(Counter.PROTOCOL_VIOLATIONS));
  }

  /** Lent twice, as to a layer and by it to the next: free again when both have given it back. */
  @Test
  void eachReferenceCountsAndTheLastEndsIt() {
    run(() -> {
      bench.fill(memory, 5);
      assertViolations(0);
      Payload first = kernel.refer(memory, Access.READ);
      Payload second = kernel.refer((ObjectRanges) first);
      bench.fill(memory, 6);
      assertViolations(1);
      assertTrue(bench.holds(first, 6), "seen");
      kernel.giveBack(inKernel, first);
      bench.fill(memory, 7);
      assertViolations(2);
      kernel.giveBack(inKernel, second);
      bench.fill(memory, 8);
      assertViolations(2);
    });
  }

  @Test
  void addressesAreLentUntilTheyAreGivenBackAlsoIfTheOwnerUnmapsThem() {
    run(() -> {
      AddressRanges lent = kernel.lend(memory, Access.READ);
      bench.fill(memory, 6);
      assertViolations(1);
      kernel.giveBack(inKernel, lent);
      bench.fill(memory, 6);
      assertViolations(1);
      AddressRanges again = kernel.lend(memory, Access.READ);
      long address = memory.ranges().ranges().getFirst().address();
      memory.map().removeBytes(address, 2 * PAGE);
      kernel.giveBack(inKernel, again);
    });
  }

  /** Of what a task keeps to name its memory nothing is lent; of what travels, all. */
  @Test
  void whatPortsStandForIsLentFromItsMessageOn() {
    run(() -> {
      EntryRanges named = kernel.memoryEntries().name(task, memory, Access.READ);
      TaskRanges numbers = kernel.taskPorts().name(task, memory, Access.READ);
      bench.fill(memory, 5);
      assertViolations(0);
      Payload entries = kernel.memoryEntries().pass(task, named);
      bench.fill(memory, 6);
      assertViolations(1);
      kernel.giveBack(inKernel, entries);
      bench.fill(memory, 7);
      assertViolations(1);
      Payload addresses = kernel.taskPorts().pass(task, inKernel, numbers);
      bench.fill(memory, 8);
      assertViolations(2);
      kernel.giveBack(inKernel, kernel.reach(inKernel, addresses));
      bench.fill(memory, 9);
      assertViolations(3);
      kernel.giveBack(inKernel, addresses);
      bench.fill(memory, 10);
      assertViolations(3);
    });
  }

  /** What nobody named, but a device has: the caller's own addresses, listed pages. */
  @Test
  void whatADeviceHasIsLentUntilItIsUnwired() {
    run(() -> {
      Wiring wiring = kernel.wire(memory, Access.READ);
      bench.fill(memory, 6);
      assertViolations(1);
      kernel.unwire(wiring);
      bench.fill(memory, 6);
      assertViolations(1);
      Payload listed = kernel.listPages(memory, Access.READ, 8);
      Wiring ofList = kernel.wire(listed, Access.READ);
      bench.fill(memory, 7);
      assertViolations(2);
      kernel.unwire(ofList);
      kernel.giveBack(inKernel, listed);
    });
  }

  @Test
  void aCopyIsNoLoan() {
    run(() -> {
      bench.fill(memory, 5);
      Payload copied = kernel.copyIn(memory, false);
      Payload shared = kernel.mapIn(memory, OutOfLine.VIRTUAL);
      bench.fill(memory, 6);
      assertViolations(0);
      assertTrue(bench.holds(copied, 5));
      kernel.giveBack(inKernel, copied);
      kernel.giveBack(inKernel, shared);
    });
  }

  @Test
  void aPathBufferIsLentAsLongAsSomebodyElseRefersToIt() {
    run(() -> {
      AddressRanges buffer = kernel.pathBuffers().take(task, PAGE);
      bench.fill(buffer, 5);
      assertViolations(0);
      Payload sent = kernel.pathBuffers().refer(buffer);
      bench.fill(buffer, 6);
      assertViolations(1);
      kernel.giveBack(inKernel, sent);
      bench.fill(buffer, 7);
      assertViolations(1);
    });
  }
}
