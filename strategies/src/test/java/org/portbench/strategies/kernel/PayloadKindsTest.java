package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Charges;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

/** The kernel reaches, wires and gives back each kind of payload, whatever lies behind it. */
class PayloadKindsTest {
  private static final int PAGE = TestMachine.PAGE;

  private final Bench bench = new Bench(TestMachine.OLD);
  private final Kernel kernel = bench.kernel();
  private final Charges charges = new Charges(bench.machine().meter());
  private final Task task = kernel.createTask("task");
  private final Task other = kernel.createTask("other");
  private final Domain inKernel = new Domain.InKernel();
  private final Holdings before = kernel.holdings();

  private AddressRanges filled(int... lengths) {
    AddressRanges memory = bench.memory(task, 100, lengths);
    run(() -> bench.fill(memory, 7));
    charges.take();
    return memory;
  }

  private void run(Runnable work) {
    bench.run(task, 0, work);
  }

  private void assertNothingLeft() {
    bench.clear();
    assertEquals(before, kernel.holdings());
  }

  @Test
  void eachKindIsWiredAndReachedInTheKernel() {
    AddressRanges memory = filled(PAGE, 3 * PAGE);
    run(() -> {
      for (Payload kind :
          List.of(
              kernel.copyIn(memory, false),
              kernel.copyIn(memory, true),
              kernel.mapIn(memory, OutOfLine.VIRTUAL),
              kernel.listPages(memory, Access.READ, 8),
              kernel.refer(memory, Access.READ))) {
        wiredReachedGivenBack(kind);
      }
    });
    assertNothingLeft();
  }

  @Test
  void eachFormOutOfLineIsWiredAndReachedInTheKernel() {
    AddressRanges memory = filled(PAGE, 3 * PAGE);
    run(() -> {
      wiredReachedGivenBack(kernel.mapIn(memory, new OutOfLine(PAGE, false, false)));
      wiredReachedGivenBack(kernel.mapIn(memory, new OutOfLine(4 * PAGE, true, false)));
      wiredReachedGivenBack(kernel.mapIn(memory, new OutOfLine(0, false, true)));
      wiredReachedGivenBack(kernel.lend(memory, Access.READ));
    });
    assertNothingLeft();
  }

  @Test
  void eachNameForMemoryIsWiredAndReachedInTheKernel() {
    AddressRanges memory = filled(PAGE, 3 * PAGE);
    run(() -> {
      givenBackOnce(kernel.files().attach(memory, Access.READ));
      givenBackOnce(
          kernel.registrations().found(inKernel, kernel.registrations().name(memory, Access.READ)));
      MemoryEntries entries = kernel.memoryEntries();
      givenBackOnce(entries.pass(task, entries.name(task, memory, Access.READ)));
      TaskPorts ports = kernel.taskPorts();
      TaskRanges whole = ports.name(task, memory, Access.READ);
      givenBackOnce(ports.pass(task, new Domain.InTask(other), whole));
      AddressRanges buffer = kernel.pathBuffers().take(task, 4 * PAGE);
      bench.fill(buffer, 7);
      givenBackOnce(kernel.pathBuffers().refer(buffer));
      kernel.giveBack(new Domain.InTask(task), buffer);
    });
    assertNothingLeft();
  }

  private void givenBackOnce(Payload name) {
    wiredReachedGivenBack(name);
    Holdings without = kernel.holdings();
    assertThrows(IllegalStateException.class, () -> kernel.giveBack(inKernel, name));
    assertEquals(without, kernel.holdings());
  }

  private void wiredReachedGivenBack(Payload kind) {
    Wiring wiring = kernel.wire(kind, Access.READ);
    assertEquals(4 * PAGE, wiring.pieces().bytes(), kind.toString());
    kernel.unwire(wiring);
    Payload reached = kernel.reach(inKernel, kind);
    assertTrue(bench.holds(reached, 7), kind.toString());
    if (reached != kind) {
      kernel.giveBack(inKernel, reached);
    }
    kernel.giveBack(inKernel, kind);
  }

  /** The copy was made, and since then the sender has written: page 1 is in a shadow. */
  @Test
  void aDetachedCopyOfAShadowedObjectIsWiredAlongItsChain() {
    AddressRanges memory = filled(3 * PAGE);
    run(() -> {
      MapCopy first = (MapCopy) kernel.mapIn(memory, OutOfLine.VIRTUAL);
      kernel.data().pieces(memory, PAGE, 1, Access.WRITE).frame(0).fill(0, 1, 9, 0);
      MapCopy second = (MapCopy) kernel.mapIn(memory, OutOfLine.VIRTUAL);
      Wiring wiring = kernel.wire(second, Access.READ);
      assertEquals(3 * PAGE, wiring.pieces().bytes());
      assertTrue(wiring.pieces().frame(0).matches(100, PAGE - 100, 7, 0));
      assertTrue(wiring.pieces().frame(1).matches(0, 1, 9, 0));
      kernel.unwire(wiring);
      assertThrows(AddressFault.class, () -> kernel.wire(second, Access.WRITE));
      kernel.giveBack(inKernel, first);
      kernel.giveBack(inKernel, second);
    });
    assertNothingLeft();
  }

  @Test
  void namingMemoryThatIsStillSharedGivesItPagesOfItsOwn() {
    AddressRanges memory = filled(2 * PAGE);
    run(() -> {
      MapCopy snapshot = (MapCopy) kernel.mapIn(memory, OutOfLine.VIRTUAL);
      ObjectRanges named = kernel.refer(memory, Access.WRITE);
      AddressRanges mapped = (AddressRanges) kernel.reach(new Domain.InTask(other), named);
      bench.fill(mapped, 8);
      assertTrue(bench.holds(memory, 8), "who shares by name sees it");
      Payload seen = kernel.reach(inKernel, snapshot);
      assertTrue(bench.holds(seen, 7), "who has a snapshot does not");
      kernel.giveBack(inKernel, seen);
      kernel.giveBack(inKernel, snapshot);
      kernel.giveBack(new Domain.InTask(other), mapped);
      kernel.giveBack(inKernel, named);
    });
    assertNothingLeft();
  }

  @Test
  void aSnapshotOfNamedMemoryStaysWhatItWas() {
    AddressRanges memory = filled(2 * PAGE);
    run(() -> {
      ObjectRanges named = kernel.refer(memory, Access.WRITE);
      AddressRanges mapped = (AddressRanges) kernel.reach(new Domain.InTask(other), named);
      bench.fill(mapped, 8);
      MapCopy snapshot = (MapCopy) kernel.mapIn(memory, OutOfLine.VIRTUAL);
      bench.fill(mapped, 9);
      Payload seen = kernel.reach(inKernel, snapshot);
      assertTrue(bench.holds(seen, 8));
      assertTrue(bench.holds(memory, 9));
      kernel.giveBack(inKernel, seen);
      kernel.giveBack(inKernel, snapshot);
      kernel.giveBack(new Domain.InTask(other), mapped);
      kernel.giveBack(inKernel, named);
    });
    assertNothingLeft();
  }

  @Test
  void aRangeOverSeveralEntriesIsNamedByAnObjectEach() {
    AddressRanges memory = filled(4 * PAGE);
    ByteRange range = memory.ranges().ranges().getFirst();
    AddressRanges middle =
        new AddressRanges(task.map(), IoVec.of(range.address() + PAGE, PAGE), Tenure.STANDING);
    run(() -> {
      kernel.giveBack(inKernel, kernel.mapIn(middle, OutOfLine.VIRTUAL));
      ObjectRanges named = kernel.refer(memory, Access.READ);
      assertEquals(3, named.ranges().size());
      assertEquals(4 * PAGE, named.length());
      PageList listed = kernel.listPages(memory, Access.READ, 8);
      assertEquals(3, listed.objects().size());
      assertTrue(bench.holds(named, 7));
      kernel.giveBack(inKernel, named);
      kernel.giveBack(inKernel, listed);
    });
  }

  /**
   * Pages are found in the object and kept: no fault, no translation; nine pages, one continuation.
   */
  @Test
  void aPageListCostsByThePageAndContinuesAfterEight() {
    AddressRanges memory = filled(8 * PAGE + 1);
    run(() -> kernel.giveBack(inKernel, kernel.listPages(memory, Access.READ, 8)));
    assertEquals(9, charges.of("PAGE_LOOKUP"));
    assertEquals(9, charges.of("PAGE_HOLD"));
    assertEquals(1, charges.of("PAGE_LIST_CONTINUE"));
    assertEquals(
        0, charges.of("SOFT_FAULT") + charges.of("KERNEL_FAULT") + charges.of("PTE_WRITE"));
  }

  @Test
  void stolenPagesBelongToWhoeverGetsThem() {
    run(() -> {
      PageList fresh = kernel.mapIntoKernel(kernel.freshPages(2 * PAGE));
      kernel.data().produce(fresh, 6, 0);
      MapCopy handedUp = (MapCopy) kernel.detach(fresh, OutOfLine.VIRTUAL);
      kernel.giveBack(inKernel, fresh);
      AddressRanges memory = kernel.mapOut(handedUp, task, OutOfLine.VIRTUAL);
      assertTrue(bench.holds(memory, 6));
      kernel.giveBack(new Domain.InTask(task), memory);
    });
    assertNothingLeft();
  }

  @Test
  void pagesThatOthersKnowAreNotStolen() {
    AddressRanges memory = filled(PAGE);
    run(() -> {
      PageList listed = kernel.listPages(memory, Access.READ, 8);
      assertThrows(IllegalStateException.class, () -> kernel.detach(listed, OutOfLine.VIRTUAL));
      kernel.giveBack(inKernel, listed);
    });
  }

  @Test
  void aBufferIsNotGivenBackTwiceNorUsedAfterwards() {
    run(() -> {
      AddressRanges buffer = task.buffers().take(PAGE);
      kernel.giveBack(new Domain.InTask(task), buffer);
      assertThrows(
          IllegalStateException.class, () -> kernel.giveBack(new Domain.InTask(task), buffer));
      assertThrows(AddressFault.class, () -> kernel.copyIn(buffer, false));
      assertEquals(
          buffer.ranges(), task.buffers().take(PAGE).ranges(), "it is there for the next one");
    });
  }

  @Test
  void whatMovedOnIsNeitherSentNorWiredNorNamed() {
    run(() -> {
      AddressRanges own =
          kernel.mapOut(
              (MapCopy) kernel.mapIn(task.buffers().take(PAGE), OutOfLine.VIRTUAL),
              task,
              OutOfLine.VIRTUAL);
      MapCopy moved = (MapCopy) kernel.mapIn(own, OutOfLine.VIRTUAL);
      assertThrows(AddressFault.class, () -> kernel.mapIn(own, OutOfLine.VIRTUAL));
      assertThrows(AddressFault.class, () -> kernel.wire(own, Access.READ));
      assertThrows(AddressFault.class, () -> kernel.refer(own, Access.READ));
      assertThrows(AddressFault.class, () -> kernel.listPages(own, Access.READ, 8));
      kernel.giveBack(inKernel, moved);
      kernel.giveBack(new Domain.InTask(task), own);
    });
  }

  @Test
  void aReferenceIsCheckedBeforeAnyPageIsKept() {
    AddressRanges memory = filled(PAGE);
    run(() -> {
      ObjectRanges read = kernel.refer(memory, Access.READ);
      assertThrows(AddressFault.class, () -> kernel.wire(read, Access.WRITE));
      assertEquals(0, kernel.holdings().holds());
      assertSame(Access.READ, read.ranges().getFirst().rights());
      kernel.giveBack(inKernel, read);
    });
    assertNothingLeft();
  }

  /** 64 KiB and a page fill a pipe twice: the second time costs both sides a sleep or a call. */
  @Test
  void whatIsLongerThanAPipePassesInSeveralFillings() {
    AddressRanges memory = filled(17 * PAGE);
    run(() ->
        kernel.giveBack(
            new Domain.InTask(other),
            kernel.copyOut(kernel.copyIn(memory, false), other, Payload.NOTHING)));
    assertEquals(1, charges.of("BLOCK"));
    assertEquals(1, charges.of("STREAM_READ"));
    assertEquals(1, charges.of("WAKE_UP"));
    assertEquals(2L * 17 * PAGE, charges.of("COPY_BYTES"));
  }
}
