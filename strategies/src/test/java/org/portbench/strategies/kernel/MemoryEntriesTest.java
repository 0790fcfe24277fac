package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MemoryEntry;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmObject;

/** Ports that stand for memory: made once, passed on by rights, mapped by who wants to look. */
class MemoryEntriesTest {
  private static final int PAGE = TestMachine.PAGE;

  private final Bench bench = new Bench(TestMachine.NEW);
  private final Kernel kernel = bench.kernel();
  private final MemoryEntries entries = kernel.memoryEntries();
  private final Charges charges = new Charges(bench.machine().meter());
  private final Task client = kernel.createTask("client");
  private final Task layer = kernel.createTask("layer");
  private final Domain inLayer = new Domain.InTask(layer);
  private final Domain inKernel = new Domain.InKernel();
  private final Holdings before = kernel.holdings();
  private final AddressRanges memory = bench.memory(client, 100, 2 * PAGE);

  @AfterEach
  void everythingIsGivenBack() {
    bench.clear();
    assertEquals(before, kernel.holdings());
  }

  private EntryRanges arrived(Access needed) {
    return entries.receive(inLayer, entries.pass(client, entries.name(client, memory, needed)));
  }

  private EntryRanges inKernelsHands(EntryRanges held) {
    return entries.receive(inKernel, entries.pass(layer, held));
  }

  private static MemoryEntry entry(EntryRanges ranges) {
    return ranges.entry(0);
  }

  private void run(Runnable work) {
    bench.run(layer, 0, work);
  }

  private void filled() {
    bench.run(client, 0, () -> bench.fill(memory, 7));
    charges.take();
  }

  /**
   * The request says four items beside its header, the answer three, and both have rights among
   * them: 24 + 32 and 24 + 24 bytes, seven items looked at. Rights in: to the own task, to the
   * reply. Out: to the entry.
   */
  @Test
  void anEntryIsMadeByAMessageToTheKernelTheFirstTimeOnly() {
    charges.take();
    EntryRanges first = entries.name(client, memory, Access.READ);
    assertEquals(
        Map.ofEntries(
            Map.entry("SYSTEM_CALL", 1L),
            Map.entry("MACH_KERNEL_SERVER", 1L),
            Map.entry("MACH_SEND", 1L),
            Map.entry("MACH_RECEIVE", 1L),
            Map.entry("RIGHT_COPY_IN", 2L),
            Map.entry("RIGHT_COPY_OUT", 1L),
            Map.entry("ITEM_SCAN", 7L),
            Map.entry("HEADER_BYTES", 104L),
            Map.entry("MAP_LOOKUP", 1L),
            Map.entry("OBJECT_CREATE", 1L),
            Map.entry("OBJECT_REFERENCE", 1L)),
        charges.take());
    EntryRanges second = entries.name(client, memory, Access.READ);
    assertEquals(Map.of(), charges.take());
    assertSame(entry(first), entry(second));
    assertNotSame(entry(first), entry(entries.name(client, memory, Access.WRITE)));
    assertEquals(1, entry(first).port().sendRights());
  }

  /** Of two rights the second is refused: the first does not leave alone. */
  @Test
  void theRightsToAllEntriesLeaveOrNone() {
    AddressRanges other = bench.memory(client, 0, PAGE);
    ByteRange one = memory.ranges().ranges().getFirst();
    ByteRange two = other.ranges().ranges().getFirst();
    EntryRanges named =
        entries.name(
            client,
            new AddressRanges(client.map(), new IoVec(List.of(one, two)), Tenure.STANDING),
            Access.READ);
    Refusal refusal = new Refusal(bench.machine().meter(), () -> false, 2);
    assertThrows(Refusal.Refused.class, () -> entries.pass(client, named));
    assertEquals("RIGHT_COPY_IN", refusal.end());
    assertEquals(2, named.references());
    for (int i = 0; i < named.references(); i++) {
      assertEquals(1, named.entry(i).port().sendRights());
    }
  }

  @Test
  void aMessageBringsItsReceiverARightThatItGivesUpByASystemCall() {
    EntryRanges named = entries.name(client, memory, Access.READ);
    charges.take();
    EntryRanges inTransit = entries.pass(client, named);
    assertEquals(Map.of("RIGHT_COPY_IN", 1L), charges.take());
    assertEquals(3, inTransit.rangeCount(), "a right, an offset and a length to look at");
    EntryRanges held = entries.receive(inLayer, inTransit);
    assertEquals(Map.of("RIGHT_COPY_OUT", 1L), charges.take());
    EntryRanges inHand = inKernelsHands(held);
    assertEquals(Map.of("RIGHT_COPY_IN", 1L), charges.take());
    MemoryEntry entry = entry(held);
    assertEquals(3, entry.port().sendRights());
    kernel.giveBack(inKernel, inHand);
    assertEquals(Map.of(), charges.take());
    kernel.giveBack(inLayer, held);
    assertEquals(Map.of("SYSTEM_CALL", 1L), charges.take());
    assertEquals(1, entry.port().sendRights(), "the client's own");
    assertEquals(0, layer.map().entryCount(), "passed on without a mapping");
  }

  @Test
  void aRightThatIsDestroyedOnItsWayIsGone() {
    EntryRanges lost = entries.pass(client, entries.name(client, memory, Access.READ));
    assertEquals(2, entry(lost).port().sendRights());
    MemoryEntry entry = entry(lost);
    kernel.giveBack(inKernel, lost);
    assertEquals(1, entry.port().sendRights());
  }

  /** Two pages and a hundred bytes lie in three; unmapping them is one round. */
  @Test
  void whoTouchesPaysForTheMappingAFaultForEachPageAndTheUnmapping() {
    filled();
    run(() -> {
      EntryRanges held = arrived(Access.READ);
      charges.take();
      AddressRanges seen = (AddressRanges) kernel.reach(inLayer, held);
      assertEquals(
          Map.of(
              "SYSTEM_CALL", 1L,
              "RIGHT_COPY_IN", 1L,
              "OBJECT_REFERENCE", 1L,
              "MAP_FIND_SPACE", 1L,
              "MAP_ENTRY_INSERT", 1L),
          charges.take());
      assertTrue(bench.holds(seen, 7));
      assertEquals(
          Map.of("SOFT_FAULT", 3L, "TLB_MISS", 3L, "TOUCH_BYTES", 2L * PAGE), charges.take());
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
      kernel.giveBack(inLayer, held);
    });
  }

  @Test
  void theDriverHoldsTheObjectsPagesWithoutAnyMap() {
    filled();
    run(() -> {
      EntryRanges held = arrived(Access.READ);
      EntryRanges inHand = inKernelsHands(held);
      charges.take();
      Wiring wiring = kernel.wire(inHand, Access.READ);
      assertEquals(Map.of("PAGE_LOOKUP", 3L, "PAGE_HOLD", 3L), charges.take());
      assertTrue(wiring.pieces().frame(0).matches(100, PAGE - 100, 7, 0));
      kernel.unwire(wiring);
      kernel.giveBack(inKernel, inHand);
      kernel.giveBack(inLayer, held);
    });
  }

  @Test
  void anEntryForReadingIsWrittenByNobody() {
    filled();
    run(() -> {
      EntryRanges held = arrived(Access.READ);
      AddressRanges seen = (AddressRanges) kernel.reach(inLayer, held);
      assertThrows(AddressFault.class, () -> bench.fill(seen, 8));
      assertThrows(AddressFault.class, () -> kernel.wire(held, Access.WRITE));
      assertEquals(0, kernel.holdings().holds());
      kernel.giveBack(inLayer, seen);
      kernel.giveBack(inLayer, held);
    });
  }

  @Test
  void ofConstantMemoryNoEntryForWritingIsMade() {
    long page = client.map().enter(kernel.vm().createObject(1), 0, 1, false);
    AddressRanges constant =
        new AddressRanges(client.map(), IoVec.of(page * PAGE, PAGE), Tenure.STANDING);
    Holdings without = kernel.holdings();
    assertThrows(AddressFault.class, () -> entries.name(client, constant, Access.WRITE));
    assertEquals(without, kernel.holdings());
    client.map().remove(page, 1);
  }

  /** The entry is of the three pages that the memory lies in. */
  @Test
  void nobodyGetsMoreThanTheEntryHas() {
    filled();
    run(() -> {
      EntryRanges held = arrived(Access.READ);
      VmObject object = entry(held).object();
      for (ObjectRange wrong :
          List.of(
              new ObjectRange(object, PAGE, 2 * PAGE + 1, Access.READ),
              new ObjectRange(object, -1, PAGE, Access.READ),
              new ObjectRange(object, 0, -1, Access.READ))) {
        EntryRanges more = new EntryRanges();
        more.add(entry(held), wrong);
        more.name(0, held.name(0));
        assertThrows(AddressFault.class, () -> kernel.reach(inLayer, more));
        assertThrows(AddressFault.class, () -> kernel.wire(more, Access.READ));
      }
      assertEquals(0, kernel.holdings().holds());
      assertEquals(0, layer.map().entryCount());
      kernel.giveBack(inLayer, held);
    });
  }

  @Test
  void anEndedEntryIsADeadNameAndWhatWasMappedStays() {
    filled();
    run(() -> {
      EntryRanges held = arrived(Access.READ);
      EntryRanges inHand = inKernelsHands(held);
      AddressRanges seen = (AddressRanges) kernel.reach(inLayer, held);
      Wiring wiring = kernel.wire(inHand, Access.READ);
      MemoryEntry entry = entry(held);
      charges.take();
      entries.end(held);
      assertEquals(Map.of("OBJECT_REFERENCE", 1L, "SYSTEM_CALL", 1L), charges.take());
      Holdings ended = kernel.holdings();
      assertThrows(AddressFault.class, () -> entries.pass(layer, held));
      assertThrows(AddressFault.class, () -> kernel.reach(inLayer, held));
      assertThrows(AddressFault.class, () -> kernel.reach(inKernel, inHand));
      assertThrows(AddressFault.class, () -> kernel.wire(inHand, Access.READ));
      assertEquals(ended, kernel.holdings());
      assertTrue(bench.holds(seen, 7));
      assertTrue(wiring.pieces().frame(0).matches(100, PAGE - 100, 7, 0));
      kernel.unwire(wiring);
      kernel.giveBack(inLayer, seen);
      kernel.giveBack(inKernel, inHand);
      kernel.giveBack(inLayer, held);
      assertEquals(0, entry.port().sendRights());
      EntryRanges another = entries.name(client, memory, Access.READ);
      assertNotSame(entry, entry(another));
    });
  }

  /** Unlike addresses in the task's map, which it must not lose meanwhile. */
  @Test
  void whatAnEntryNamesStaysWhenItsMakerUnmapsIt() {
    AddressRanges buffer = client.buffers().take(PAGE);
    bench.run(client, 0, () -> bench.fill(buffer, 6));
    EntryRanges sent = entries.pass(client, entries.name(client, buffer, Access.READ));
    kernel.giveBack(new Domain.InTask(client), buffer);
    client.buffers().drain();
    run(() -> {
      Wiring wiring = kernel.wire(sent, Access.READ);
      assertTrue(wiring.pieces().frame(0).matches(0, PAGE, 6, 0));
      kernel.unwire(wiring);
      kernel.giveBack(inKernel, sent);
    });
  }

  /** The snapshot was taken before; the entry names the client's own pages from now on. */
  @Test
  void memoryThatIsStillSharedGetsPagesOfItsOwnBeforeItIsNamed() {
    filled();
    run(() -> {
      var snapshot = kernel.mapIn(memory, OutOfLine.VIRTUAL);
      EntryRanges held = arrived(Access.WRITE);
      AddressRanges written = (AddressRanges) kernel.reach(inLayer, held);
      bench.fill(written, 8);
      assertTrue(bench.holds(memory, 8), "who shares sees it");
      var seen = kernel.reach(inKernel, snapshot);
      assertTrue(bench.holds(seen, 7), "who has a snapshot does not");
      kernel.giveBack(inKernel, seen);
      kernel.giveBack(inKernel, snapshot);
      kernel.giveBack(inLayer, written);
      kernel.giveBack(inLayer, held);
    });
  }
}
