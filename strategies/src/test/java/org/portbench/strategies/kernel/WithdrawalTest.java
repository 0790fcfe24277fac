package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cpu.Activity;
import org.portbench.hardware.cpu.Core;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Charges;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmObject;

/** References that are taken back, and objects that are sealed. */
class WithdrawalTest {
  private static final int PAGE = TestMachine.PAGE;

  private final Bench bench = new Bench(TestMachine.NEW);
  private final Kernel kernel = bench.kernel();
  private final Charges charges = new Charges(bench.machine().meter());
  private final Task task = kernel.createTask("task");
  private final Task other = kernel.createTask("other");
  private final Domain inOther = new Domain.InTask(other);
  private final Domain inKernel = new Domain.InKernel();
  private final Holdings before = kernel.holdings();

  private void run(Runnable work) {
    bench.run(task, 0, work);
  }

  private AddressRanges filled() {
    AddressRanges memory = bench.memory(task, 0, 3 * PAGE);
    run(() -> bench.fill(memory, 7));
    return memory;
  }

  private void assertNothingLeft() {
    bench.clear();
    assertEquals(before, kernel.holdings());
  }

  /** Three pages were mapped and looked at: three entries go, in one round. */
  @Test
  void aRevokedReferenceIsUnmappedEverywhereAndAllowsNothing() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges given = kernel.refer(memory, Access.READ);
      ObjectRanges arrived = kernel.toHandles(other, kernel.refer(given));
      AddressRanges mapped = (AddressRanges) kernel.reach(inOther, arrived);
      assertTrue(bench.holds(mapped, 7));
      charges.take();
      kernel.revoke(given);
      assertEquals(1, charges.of("HANDLE_LOOKUP"));
      assertEquals(3, charges.of("PTE_WRITE"));
      assertEquals(1, charges.of("MAP_ENTRY_REMOVE"));
      assertThrows(AddressFault.class, () -> bench.holds(mapped, 7));
      assertThrows(AddressFault.class, () -> kernel.reach(inOther, arrived));
      assertThrows(AddressFault.class, () -> kernel.wire(arrived, Access.READ));
      kernel.giveBack(inOther, mapped);
      kernel.giveBack(inOther, arrived);
      kernel.giveBack(inKernel, given);
      assertTrue(bench.holds(memory, 7), "who gave it has its memory");
    });
    assertNothingLeft();
  }

  /** Offset and length that overflow when added, beyond the end, before the beginning. */
  @Test
  void aReferenceToWhatIsNotThereIsRefusedBeforeAnyPageIsKept() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges given = kernel.refer(memory, Access.WRITE);
      ObjectRange all = given.ranges().getFirst();
      for (ObjectRange wrong :
          List.of(
              new ObjectRange(all.object(), Long.MAX_VALUE - 1, PAGE, Access.WRITE),
              new ObjectRange(all.object(), 3 * PAGE - 1, 2, Access.WRITE),
              new ObjectRange(all.object(), 3L * PAGE, 1, Access.WRITE),
              new ObjectRange(all.object(), 0, Integer.MAX_VALUE, Access.WRITE),
              new ObjectRange(all.object(), 0, -1, Access.WRITE),
              new ObjectRange(all.object(), -1, 1, Access.WRITE))) {
        ObjectRanges both = new ObjectRanges(List.of(all, wrong));
        assertThrows(AddressFault.class, () -> kernel.wire(both, Access.READ), wrong.toString());
        assertThrows(AddressFault.class, () -> kernel.reach(inOther, both), wrong.toString());
        assertEquals(0, kernel.holdings().holds());
      }
      kernel.giveBack(inKernel, given);
    });
    assertNothingLeft();
  }

  /** A message with no bytes is a message; a request to a device for none is a mistake. */
  @Test
  void aRequestToARegisteredObjectNamesAtLeastOneByte() {
    AddressRanges memory = filled();
    run(() -> {
      RegisteredRange good = kernel.registrations().name(memory, Access.READ);
      VmObject object = good.named().range(0).object();
      for (ObjectRange wrong :
          List.of(
              new ObjectRange(object, 0, 0, Access.READ),
              new ObjectRange(object, 3L * PAGE, 1, Access.READ))) {
        RegisteredRange asked = new RegisteredRange();
        asked.add(good.registration(0), wrong);
        assertThrows(AddressFault.class, () -> kernel.registrations().found(inKernel, asked));
      }
      kernel.registrations().found(inKernel, good);
      kernel.giveBack(inKernel, good);
    });
    assertNothingLeft();
  }

  /**
   * Two tasks show the three pages, on CPUs of their own: each map is looked at, loses an entry,
   * three translations and a reference, and costs a round that interrupts its CPU. A third has only
   * a handle, which nobody has to look for.
   */
  @Test
  void revokingWalksTheMapsThatShowItAndInterruptsTheirCpus() {
    AddressRanges memory = filled();
    Task third = kernel.createTask("third");
    Domain inThird = new Domain.InTask(third);
    ObjectRanges given = kernel.refer(memory, Access.READ);
    ObjectRanges unmapped = kernel.toHandles(third, kernel.refer(given));
    AddressRanges one = shown(other, 1, given);
    AddressRanges two = shown(third, 2, given);
    busy(1);
    busy(2);
    run(() -> {
      charges.take();
      kernel.revoke(given);
      assertEquals(
          Map.of(
              "SYSTEM_CALL", 1L,
              "HANDLE_LOOKUP", 1L,
              "MAP_LOOKUP", 2L,
              "PTE_WRITE", 6L,
              "TLB_INVALIDATE", 6L,
              "IPI_SEND", 2L,
              "SHOOTDOWN_WAIT", 2L,
              "SHOOTDOWN_HANDLER", 2L,
              "MAP_ENTRY_REMOVE", 2L,
              "OBJECT_REFERENCE", 2L),
          charges.take());
    });
    kernel.giveBack(inOther, one);
    kernel.giveBack(inThird, two);
    kernel.giveBack(inThird, unmapped);
    kernel.giveBack(inKernel, given);
    assertNothingLeft();
  }

  /** A CPU goes on with what it has loaded for a while. */
  private void busy(int core) {
    bench
        .core(core)
        .enqueue(
            new Activity() {
              @Override
              public void run(Core on) {
                bench.machine().meter().charge(Category.TOUCH, "ELSEWHERE", 1, 1_000_000_000);
              }

              @Override
              public void ended(Core on) {}
            },
            0,
            false);
  }

  /** Mapped by a task, and looked at. */
  private AddressRanges shown(Task by, int core, ObjectRanges given) {
    List<AddressRanges> shown = new ArrayList<>();
    bench.run(
        by,
        core,
        () -> {
          shown.add((AddressRanges) kernel.reach(new Domain.InTask(by), given));
          assertTrue(bench.holds(shown.getFirst(), 7));
        });
    return shown.getFirst();
  }

  /**
   * The sender and another task show the object, each map with three translations, of which only
   * the sender's were for writing: they change, and the CPU that has them loaded is interrupted.
   */
  @Test
  void sealingWalksTheMapsThatShowTheObjectAndBreakingTheSealDoesNot() {
    AddressRanges memory = filled();
    ObjectRanges given = kernel.refer(memory, Access.READ);
    AddressRanges seen = shown(other, 1, given);
    busy(0);
    bench.run(
        other,
        1,
        () -> {
          charges.take();
          kernel.seal(given);
          assertEquals(
              Map.of(
                  "SYSTEM_CALL", 1L,
                  "HANDLE_LOOKUP", 1L,
                  "MAP_LOOKUP", 2L,
                  "PTE_WRITE", 3L,
                  "TLB_INVALIDATE", 3L,
                  "IPI_SEND", 1L,
                  "SHOOTDOWN_WAIT", 1L,
                  "SHOOTDOWN_HANDLER", 1L),
              charges.take());
          kernel.breakSeal(given);
          assertEquals(Map.of("HANDLE_LOOKUP", 1L, "SYSTEM_CALL", 1L), charges.take());
        });
    kernel.giveBack(inOther, seen);
    kernel.giveBack(inKernel, given);
    assertNothingLeft();
  }

  @Test
  void aReferenceThatNobodyMappedIsRevokedWithoutTouchingAMap() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges given = kernel.refer(memory, Access.READ);
      charges.take();
      kernel.revoke(given);
      assertEquals(Map.of("HANDLE_LOOKUP", 1L, "SYSTEM_CALL", 1L), charges.take());
      kernel.giveBack(inKernel, given);
    });
    assertNothingLeft();
  }

  @Test
  void whatADeviceHasWiredStaysUntilItIsLetGo() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges given = kernel.refer(memory, Access.READ);
      Wiring wiring = kernel.wire(given, Access.READ);
      kernel.revoke(given);
      assertTrue(wiring.pieces().frame(0).matches(0, PAGE, 7, 0));
      assertEquals(3, kernel.holdings().holds());
      kernel.unwire(wiring);
      kernel.giveBack(inKernel, given);
    });
    assertNothingLeft();
  }

  @Test
  void otherReferencesToTheSameMemoryGoOn() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges one = kernel.refer(memory, Access.READ);
      ObjectRanges another = kernel.refer(memory, Access.READ);
      kernel.revoke(one);
      assertTrue(bench.holds(another, 7));
      kernel.giveBack(inKernel, one);
      kernel.giveBack(inKernel, another);
    });
    assertNothingLeft();
  }

  /** The sender had written three pages: three entries lose the right, in one round. */
  @Test
  void aSealedObjectIsWrittenByNobodyUntilTheSealIsBroken() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges given = kernel.refer(memory, Access.WRITE);
      charges.take();
      kernel.seal(given);
      assertEquals(3, charges.of("PTE_WRITE"));
      assertThrows(AddressFault.class, () -> bench.fill(memory, 8));
      assertThrows(AddressFault.class, () -> kernel.wire(given, Access.WRITE));
      AddressRanges mapped = (AddressRanges) kernel.reach(inOther, given);
      assertThrows(AddressFault.class, () -> bench.fill(mapped, 8));
      assertTrue(bench.holds(mapped, 7));
      kernel.breakSeal(given);
      charges.take();
      bench.fill(memory, 8);
      assertEquals(3, charges.of("PROTECTION_FAULT"), "each page is found writable again");
      kernel.giveBack(inOther, mapped);
      kernel.giveBack(inKernel, given);
    });
    assertNothingLeft();
  }

  @Test
  void aSealHoldsUntilTheLastIsBroken() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges given = kernel.refer(memory, Access.WRITE);
      kernel.seal(given);
      kernel.seal(given);
      kernel.breakSeal(given);
      assertFalse(given.ranges().getFirst().allows(Access.WRITE));
      kernel.breakSeal(given);
      assertTrue(given.ranges().getFirst().allows(Access.WRITE));
      assertThrows(IllegalStateException.class, () -> kernel.breakSeal(given));
      kernel.giveBack(inKernel, given);
    });
    assertNothingLeft();
  }

  @Test
  void whoHasACopyOfItsOwnIsNotStoppedByASeal() {
    AddressRanges memory = filled();
    run(() -> {
      ObjectRanges given = kernel.refer(memory, Access.READ);
      MapCopy copy = (MapCopy) kernel.mapIn(memory, OutOfLine.VIRTUAL);
      kernel.seal(given);
      AddressRanges own = kernel.mapOut(copy, other, OutOfLine.VIRTUAL);
      bench.fill(own, 9);
      assertTrue(bench.holds(memory, 7));
      kernel.breakSeal(given);
      kernel.giveBack(inOther, own);
      kernel.giveBack(inKernel, given);
    });
    assertNothingLeft();
  }
}
