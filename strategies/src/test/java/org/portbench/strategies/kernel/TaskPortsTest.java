package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Charges;
import org.portbench.strategies.Refusal;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

/** Rights to whole tasks: how they travel, what each use charges, and what they allow. */
class TaskPortsTest {
  private static final int PAGE = TestMachine.PAGE;

  private final Bench bench = new Bench(TestMachine.NEW);
  private final Kernel kernel = bench.kernel();
  private final TaskPorts ports = kernel.taskPorts();
  private final Charges charges = new Charges(bench.machine().meter());
  private final Task client = kernel.createTask("client");
  private final Task layer = kernel.createTask("layer");
  private final Task stranger = kernel.createTask("stranger");
  private final Domain inLayer = new Domain.InTask(layer);
  private final Domain inKernel = new Domain.InKernel();
  private final Holdings before = kernel.holdings();
  private final AddressRanges memory = bench.memory(client, 0, 3 * PAGE);

  @AfterEach
  void everythingIsGivenBack() {
    bench.clear();
    assertEquals(before, kernel.holdings());
  }

  private TaskRanges named(Access needed) {
    return ports.name(client, memory, needed);
  }

  private TaskRanges arrived(Access needed) {
    return ports.receive(inLayer, ports.pass(client, inLayer, named(needed)));
  }

  private void run(Runnable work) {
    bench.run(layer, 0, work);
  }

  private void filled() {
    bench.run(client, 0, () -> bench.fill(memory, 7));
    charges.take();
  }

  /**
   * Later messages bring three words of eight bytes: whose memory it is, its address and length.
   */
  @Test
  void theRightTravelsOnceAndNumbersAfterwards() {
    charges.take();
    TaskRanges first = ports.pass(client, inLayer, named(Access.READ));
    assertEquals(Map.of("RIGHT_COPY_IN", 1L), charges.take());
    assertEquals(3, first.rangeCount(), "a right and two numbers for the kernel to look at");
    TaskRanges held = ports.receive(inLayer, first);
    assertEquals(Map.of("HANDLE_INSERT", 1L, "RIGHT_COPY_OUT", 1L), charges.take());
    assertEquals(2, held.task().sendRights(), "the client has one to itself");
    TaskRanges second = ports.pass(client, inLayer, named(Access.READ));
    assertEquals(Map.of("HEADER_BYTES", 24L), charges.take());
    assertEquals(0, second.rangeCount());
    ports.receive(inLayer, second);
    assertEquals(Map.of("HANDLE_LOOKUP", 1L, "HEADER_BYTES", 24L), charges.take());
    assertEquals(2, held.task().sendRights());
  }

  @Test
  void theKernelGetsTheRightEachTimeUnlessTheTaskSpeaksOfItself() {
    TaskRanges held = arrived(Access.READ);
    charges.take();
    TaskRanges inHand = ports.receive(inKernel, ports.pass(layer, inKernel, held));
    assertEquals(Map.of("RIGHT_COPY_IN", 1L), charges.take());
    assertEquals(3, held.task().sendRights());
    kernel.giveBack(inKernel, inHand);
    assertEquals(2, held.task().sendRights());
    TaskRanges own = ports.pass(client, inKernel, named(Access.READ));
    assertEquals(Map.of("HEADER_BYTES", 24L), charges.take());
    kernel.giveBack(inKernel, ports.receive(inKernel, own));
    assertEquals(2, held.task().sendRights());
  }

  /** Two messages leave before the first arrives: the second right is one too many. */
  @Test
  void aRightThatArrivesAgainIsGivenUp() {
    TaskRanges first = ports.pass(client, inLayer, named(Access.READ));
    TaskRanges second = ports.pass(client, inLayer, named(Access.READ));
    assertEquals(3, first.task().sendRights());
    ports.receive(inLayer, first);
    charges.take();
    ports.receive(inLayer, second);
    assertEquals(Map.of("RIGHT_COPY_OUT", 1L, "SYSTEM_CALL", 1L), charges.take());
    assertEquals(2, first.task().sendRights());
    assertEquals(1, layer.ports().size());
  }

  @Test
  void aRightThatIsRefusedDoesNotLeave() {
    TaskRanges named = named(Access.READ);
    Refusal refusal = new Refusal(bench.machine().meter(), () -> false, 1);
    assertThrows(Refusal.Refused.class, () -> ports.pass(client, inLayer, named));
    assertEquals("RIGHT_COPY_IN", refusal.end());
    assertEquals(1, named.task().sendRights());
  }

  @Test
  void aRightThatWasDestroyedOnItsWayTravelsAgain() {
    TaskRanges lost = ports.pass(client, inLayer, named(Access.READ));
    kernel.giveBack(inKernel, lost);
    assertEquals(1, lost.task().sendRights());
    assertTrue(ports.pass(client, inLayer, named(Access.READ)).right());
  }

  /**
   * The request says eight items beside its header, the answer four: 24 + 64 and 24 + 32 bytes.
   * Rights: to the own task, to the reply, to the other task. Then three pages: a fault for each,
   * and each is unmapped in one round.
   */
  @Test
  void whoTouchesPaysForTheRemappingAFaultForEachPageAndTheUnmapping() {
    filled();
    TaskRanges held = arrived(Access.READ);
    run(() -> {
      charges.take();
      AddressRanges seen = (AddressRanges) kernel.reach(inLayer, held);
      assertEquals(
          Map.ofEntries(
              Map.entry("SYSTEM_CALL", 1L),
              Map.entry("MACH_KERNEL_SERVER", 1L),
              Map.entry("MACH_SEND", 1L),
              Map.entry("MACH_RECEIVE", 1L),
              Map.entry("RIGHT_COPY_IN", 3L),
              Map.entry("ITEM_SCAN", 8L),
              Map.entry("HEADER_BYTES", 144L),
              Map.entry("MAP_LOOKUP", 1L),
              Map.entry("OBJECT_REFERENCE", 1L),
              Map.entry("MAP_FIND_SPACE", 1L),
              Map.entry("MAP_ENTRY_INSERT", 1L)),
          charges.take());
      assertTrue(bench.holds(seen, 7));
      assertEquals(
          Map.of("SOFT_FAULT", 3L, "TLB_MISS", 3L, "TOUCH_BYTES", 3L * PAGE), charges.take());
      kernel.giveBack(inLayer, seen);
      assertEquals(
          Map.of(
              "SYSTEM_CALL", 1L,
              "MAP_LOOKUP", 1L,
              "PTE_WRITE", 3L,
              "TLB_INVALIDATE", 3L,
              "MAP_ENTRY_REMOVE", 1L,
              "OBJECT_REFERENCE", 1L),
          charges.take());
    });
  }

  /**
   * A virtual copy of the middle page has made three entries of one. That page gets an object of
   * its own before it is shared, which passes the one behind by: two references more.
   */
  @Test
  void remappingWalksTheEntriesOfTheOtherMap() {
    filled();
    ByteRange range = memory.ranges().ranges().getFirst();
    AddressRanges middle =
        new AddressRanges(client.map(), IoVec.of(range.address() + PAGE, PAGE), Tenure.STANDING);
    run(() -> {
      kernel.giveBack(inKernel, kernel.mapIn(middle, OutOfLine.VIRTUAL));
      TaskRanges held = arrived(Access.READ);
      charges.take();
      AddressRanges seen = (AddressRanges) kernel.reach(inLayer, held);
      assertEquals(3 + 2, charges.of("OBJECT_REFERENCE"));
      assertEquals(1, charges.of("KERNEL_FAULT"));
      assertEquals(3, charges.of("MAP_ENTRY_INSERT"));
      assertEquals(1, charges.of("MAP_LOOKUP"));
      assertTrue(bench.holds(seen, 7));
      kernel.giveBack(inLayer, seen);
    });
  }

  /** The kernel finds the pages through the named task's map and holds them, without a fault. */
  @Test
  void theDriverLooksTheRangeUpInTheNamedTasksMap() {
    filled();
    TaskRanges held = arrived(Access.READ);
    run(() -> {
      TaskRanges inHand = ports.receive(inKernel, ports.pass(layer, inKernel, held));
      charges.take();
      Wiring wiring = kernel.wire(inHand, Access.READ);
      assertEquals(Map.of("MAP_LOOKUP", 1L, "PAGE_LOOKUP", 3L, "PAGE_HOLD", 3L), charges.take());
      assertTrue(wiring.pieces().frame(0).matches(0, PAGE, 7, 0));
      kernel.unwire(wiring);
      kernel.giveBack(inKernel, inHand);
    });
  }

  @Test
  void whoHasTheRightMayDoMoreThanTheRequestIsAbout() {
    filled();
    TaskRanges held = arrived(Access.READ);
    run(() -> {
      AddressRanges written = ports.remap(layer, held, Access.WRITE);
      bench.fill(written, 9);
      kernel.giveBack(inLayer, written);
    });
    bench.run(client, 0, () -> assertTrue(bench.holds(memory, 9)));
  }

  @Test
  void whatTheTaskItselfMayNotWriteNobodyWritesThroughIt() {
    long page = client.map().enter(kernel.vm().createObject(1), 0, 1, false);
    AddressRanges constant =
        new AddressRanges(client.map(), IoVec.of(page * PAGE, PAGE), Tenure.STANDING);
    TaskRanges held =
        ports.receive(
            inLayer, ports.pass(client, inLayer, ports.name(client, constant, Access.READ)));
    run(() -> {
      assertThrows(AddressFault.class, () -> ports.remap(layer, held, Access.WRITE));
      assertThrows(AddressFault.class, () -> kernel.wire(held, Access.WRITE));
      assertEquals(0, layer.map().entryCount());
    });
    client.map().remove(page, 1);
  }

  @Test
  void numbersWithoutTheRightAreWorthNothing() {
    TaskRanges held = arrived(Access.READ);
    run(() -> {
      Domain inStranger = new Domain.InTask(stranger);
      assertThrows(AddressFault.class, () -> kernel.reach(inStranger, held));
      assertThrows(AddressFault.class, () -> ports.pass(stranger, inKernel, held));
      assertEquals(0, stranger.map().entryCount());
      assertEquals(2, held.task().sendRights());
    });
  }

  @Test
  void theRightToADeadTaskIsNotSentAndItsNumbersReachNothing() {
    filled();
    TaskRanges held = arrived(Access.READ);
    run(() -> {
      TaskRanges inHand = ports.receive(inKernel, ports.pass(layer, inKernel, held));
      AddressRanges seen = (AddressRanges) kernel.reach(inLayer, held);
      Holdings whileAlive = kernel.holdings();
      ports.end(client);
      assertThrows(AddressFault.class, () -> ports.pass(layer, inKernel, held));
      assertThrows(AddressFault.class, () -> kernel.reach(inLayer, held));
      assertThrows(AddressFault.class, () -> kernel.reach(inKernel, inHand));
      assertThrows(AddressFault.class, () -> kernel.wire(inHand, Access.READ));
      assertEquals(whileAlive, kernel.holdings());
      assertTrue(bench.holds(seen, 7), "what is shared already stays");
      kernel.giveBack(inLayer, seen);
      kernel.giveBack(inKernel, inHand);
      assertEquals(1, held.task().sendRights(), "the client's own, not looked at since");
    });
  }

  /** Addresses are looked up when they are used: the map must not lose the range before. */
  @Test
  void aRangeThatTheTaskUnmapsIsAFaultForWhoComesLater() {
    AddressRanges gone = client.buffers().take(PAGE);
    TaskRanges held =
        ports.receive(inLayer, ports.pass(client, inLayer, ports.name(client, gone, Access.READ)));
    kernel.giveBack(new Domain.InTask(client), gone);
    client.buffers().drain();
    run(() -> {
      assertThrows(AddressFault.class, () -> kernel.reach(inLayer, held));
      assertThrows(AddressFault.class, () -> kernel.wire(held, Access.READ));
    });
  }

  @Test
  void whoIsAskedForItsOwnMemoryNeedsNoMapping() {
    filled();
    run(() -> {
      TaskRanges own = named(Access.READ);
      assertEquals(
          memory.ranges(), ((AddressRanges) kernel.reach(new Domain.InTask(client), own)).ranges());
    });
  }
}
