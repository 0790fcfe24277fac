package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.Counter;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.OutOfLine;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

/**
 * What each way of passing data promises, in one table: each row is held against what our kernel
 * does. A strategy without a row fails.
 */
class SemanticsTableTest {
  private static final int PAGE = TestMachine.PAGE;
  private static final OutOfLine BUFFERED = new OutOfLine(5 * PAGE, false, false);
  private static final OutOfLine UNMAPPED = new OutOfLine(0, false, false);

  /** How a sender that writes again fares while its message is queued. */
  enum SenderWrites {
    IN_PLACE,
    AFTER_FAULTS,
    REFUSED
  }

  /** Where a receiver's writes go. */
  enum ReceiverWrites {
    TO_ITS_OWN,
    TO_THE_SENDERS,
    REFUSED
  }

  /** What the sender has of the range after the send. */
  enum Range {
    KEPT,
    LOST
  }

  /** What a receiver finds if the sender exits while the message is queued. */
  enum AfterExit {
    ALL,
    NOTHING
  }

  /** What is sent: by a strategy of that name, or by the kernel's mechanism of that name. */
  private static final String TABLE =
      """
      what                         | pages | isolation | sender writes | receiver writes | range | after exit
      copy                         | 5     | SNAPSHOT  | IN_PLACE      | TO_ITS_OWN      | KEPT  | ALL
      direct                       | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | NOTHING
      fbufs                        | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | ALL
      fd                           | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | ALL
      mach-2                       | 5     | SNAPSHOT  | AFTER_FAULTS  | TO_ITS_OWN      | KEPT  | ALL
      mach-3                       | 5     | SNAPSHOT  | AFTER_FAULTS  | TO_ITS_OWN      | KEPT  | ALL
      mach-xnu                     | 4     | SNAPSHOT  | IN_PLACE      | TO_ITS_OWN      | KEPT  | ALL
      mach-xnu                     | 5     | SNAPSHOT  | AFTER_FAULTS  | TO_ITS_OWN      | KEPT  | ALL
      memory-entry                 | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | ALL
      registered                   | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | ALL
      task-port                    | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | NOTHING
      user-iovec                   | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | NOTHING
      vm-object                    | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | ALL
      kernel buffer                | 5     | SNAPSHOT  | IN_PLACE      | TO_ITS_OWN      | KEPT  | ALL
      kernel buffer, deallocated   | 5     | SNAPSHOT  | REFUSED       | TO_ITS_OWN      | LOST  | ALL
      virtual copy                 | 5     | SNAPSHOT  | AFTER_FAULTS  | TO_ITS_OWN      | KEPT  | ALL
      virtual copy, then unmapped  | 5     | SNAPSHOT  | REFUSED       | TO_ITS_OWN      | LOST  | ALL
      move                         | 5     | SNAPSHOT  | REFUSED       | TO_ITS_OWN      | LOST  | ALL
      page list, not stolen        | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | ALL
      user addresses, to be read   | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | NOTHING
      user addresses, to be filled | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | NOTHING
      object range, to be read     | 5     | LIVE      | IN_PLACE      | REFUSED         | KEPT  | ALL
      object range, to be filled   | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | ALL
      object range, sealed         | 5     | SNAPSHOT  | REFUSED       | REFUSED         | KEPT  | ALL
      open file, to be filled      | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | ALL
      registered, to be filled     | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | ALL
      memory entry, to be filled   | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | ALL
      task's memory, to be filled  | 5     | LIVE      | IN_PLACE      | TO_THE_SENDERS  | KEPT  | NOTHING
      """;

  private static final Map<String, KernelPassage.Mechanism> MECHANISMS =
      Map.ofEntries(
          Map.entry("kernel buffer", (k, m, _, _) -> k.mapIn(m, BUFFERED)),
          Map.entry("kernel buffer, deallocated", (k, m, _, _) -> k.mapIn(m, BUFFERED)),
          Map.entry("virtual copy", (k, m, _, _) -> k.mapIn(m, OutOfLine.VIRTUAL)),
          Map.entry("virtual copy, then unmapped", (k, m, _, _) -> k.mapIn(m, UNMAPPED)),
          Map.entry("move", (k, m, _, _) -> k.mapIn(m, OutOfLine.VIRTUAL)),
          Map.entry("page list, not stolen", (k, m, _, _) -> k.listPages(m, Access.READ, 8)),
          Map.entry("user addresses, to be read", (k, m, _, _) -> k.lend(m, Access.READ)),
          Map.entry("user addresses, to be filled", (k, m, _, _) -> k.lend(m, Access.WRITE)),
          Map.entry("object range, to be read", (k, m, _, _) -> k.refer(m, Access.READ)),
          Map.entry("object range, to be filled", (k, m, _, _) -> k.refer(m, Access.WRITE)),
          Map.entry("object range, sealed", (k, m, _, _) -> sealed(k, m)),
          Map.entry("open file, to be filled", (k, m, _, _) -> k.files().attach(m, Access.WRITE)),
          Map.entry(
              "registered, to be filled", (k, m, _, _) -> k.registrations().name(m, Access.WRITE)),
          Map.entry("memory entry, to be filled", (k, m, from, _) -> entries(k, m, from)),
          Map.entry("task's memory, to be filled", SemanticsTableTest::addresses));

  /** A line of the table. */
  record Row(
      String what,
      int pages,
      Isolation isolation,
      SenderWrites senderWrites,
      ReceiverWrites receiverWrites,
      Range range,
      AfterExit afterExit) {

    static Row of(String line) {
      String[] cells = line.split("\\|", -1);
      return new Row(
          cells[0].strip(),
          Integer.parseInt(cells[1].strip()),
          Isolation.valueOf(cells[2].strip()),
          SenderWrites.valueOf(cells[3].strip()),
          ReceiverWrites.valueOf(cells[4].strip()),
          Range.valueOf(cells[5].strip()),
          AfterExit.valueOf(cells[6].strip()));
    }

    /** The data has left its sender. */
    Passage begin(Bench bench) {
      int bytes = pages * PAGE;
      return MECHANISMS.containsKey(what)
          ? new KernelPassage(bench, bytes, tenure(), MECHANISMS.get(what))
          : new StrategyPassage(bench, strategies().create(what), bytes);
    }

    private Tenure tenure() {
      return switch (range) {
        case KEPT -> Tenure.STANDING;
        case LOST -> Tenure.TEMPORARY;
      };
    }
  }

  static Stream<Row> rows() {
    return TABLE.lines().skip(1).map(Row::of);
  }

  private static Payload entries(Kernel kernel, AddressRanges memory, Task sender) {
    return kernel
        .memoryEntries()
        .pass(sender, kernel.memoryEntries().name(sender, memory, Access.WRITE));
  }

  private static Payload addresses(
      Kernel kernel, AddressRanges memory, Task sender, Task receiver) {
    TaskRanges named = kernel.taskPorts().name(sender, memory, Access.WRITE);
    return kernel.taskPorts().pass(sender, new Domain.InTask(receiver), named);
  }

  private static Payload sealed(Kernel kernel, AddressRanges memory) {
    ObjectRanges given = kernel.refer(memory, Access.READ);
    kernel.seal(given);
    return given;
  }

  private static Strategies strategies() {
    return new Strategies(SemanticsTableTest.class.getClassLoader());
  }

  @Test
  void eachStrategyThatMovesDataHasARow() {
    List<String> named =
        rows().map(Row::what).filter(what -> !MECHANISMS.containsKey(what)).distinct().toList();
    List<String> moving =
        strategies().all().stream()
            .map(MessagingStrategy::name)
            .filter(name -> !name.equals("null"))
            .toList();
    assertEquals(moving, named);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theReceiverSeesWhatTheSenderWritesLaterOnlyWhereItIsLive(Row row) {
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Passage passage = row.begin(bench);
      boolean written = writtenBySender(bench, passage);
      assertEquals(row.senderWrites != SenderWrites.REFUSED, written);
      Payload received = passage.received();
      boolean seen = row.isolation == Isolation.LIVE && written;
      long expected = seen ? Passage.LATER : Passage.SENT;
      passage.byReceiver(() -> assertTrue(bench.holds(received, expected)));
    }
  }

  private static boolean writtenBySender(Bench bench, Passage passage) {
    try {
      passage.bySender(() -> bench.fill(passage.memory(), Passage.LATER));
      return true;
    } catch (AddressFault refused) {
      return false;
    }
  }

  /** A write that its receiver sees breaks the protocol of sharing; any other is the sender's. */
  @ParameterizedTest
  @MethodSource("rowsOfMessages")
  void aRacingWriteIsCountedExactlyWhereItIsSeen(Row row) {
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Passage passage = row.begin(bench);
      assertEquals(0, bench.machine().meter().counter(Counter.PROTOCOL_VIOLATIONS));
      boolean written = writtenBySender(bench, passage);
      boolean violates = written && row.isolation == Isolation.LIVE;
      assertEquals(violates ? 1 : 0, bench.machine().meter().counter(Counter.PROTOCOL_VIOLATIONS));
    }
  }

  /** What is not sent is lent when the device has it: function calls, and listed pages. */
  static Stream<Row> rowsOfMessages() {
    return rows().filter(row -> !List.of("direct", "page list, not stolen").contains(row.what));
  }

  static Stream<Row> rowsWhoseSendersMayWrite() {
    return rows().filter(row -> row.senderWrites != SenderWrites.REFUSED);
  }

  /** Pages that were written before: a fault each where they are shared until written. */
  @ParameterizedTest
  @MethodSource("rowsWhoseSendersMayWrite")
  void aSenderThatWritesAgainFaultsOnlyWhereItsPagesAreShared(Row row) {
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Passage passage = row.begin(bench);
      Charges charges = new Charges(bench.machine().meter());
      assertTrue(writtenBySender(bench, passage));
      int faults = row.senderWrites == SenderWrites.AFTER_FAULTS ? row.pages : 0;
      assertEquals(faults, charges.of("PROTECTION_FAULT"));
      assertEquals(0, charges.of("SOFT_FAULT"));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatTheReceiverWritesReachesTheSenderOnlyWhereItMay(Row row) {
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Passage passage = row.begin(bench);
      Payload received = passage.received();
      if (row.receiverWrites == ReceiverWrites.REFUSED) {
        passage.byReceiver(
            () -> assertThrows(AddressFault.class, () -> bench.fill(received, Passage.LATER)));
      } else {
        passage.byReceiver(() -> bench.fill(received, Passage.LATER));
        passage.byReceiver(() -> assertTrue(bench.holds(received, Passage.LATER)));
      }
      boolean seen = row.receiverWrites == ReceiverWrites.TO_THE_SENDERS;
      if (row.range == Range.KEPT) {
        long expected = seen ? Passage.LATER : Passage.SENT;
        passage.bySender(() -> assertTrue(bench.holds(passage.memory(), expected)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theSenderLosesTheRangeOnlyWhereItGivesItUp(Row row) {
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Passage passage = row.begin(bench);
      switch (row.range) {
        case KEPT ->
            passage.bySender(() -> assertTrue(bench.holds(passage.memory(), Passage.SENT)));
        case LOST ->
            passage.bySender(() ->
                assertThrows(
                    AddressFault.class, () -> bench.holds(passage.memory(), Passage.SENT)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatIsQueuedOutlivesItsSenderUnlessItIsNamedByItsAddresses(Row row) {
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Passage passage = row.begin(bench);
      if (row.range == Range.KEPT) {
        passage.senderExits();
      }
      switch (row.afterExit) {
        case ALL -> {
          Payload received = passage.received();
          passage.byReceiver(() -> assertTrue(bench.holds(received, Passage.SENT)));
        }
        case NOTHING ->
            assertThrows(
                AddressFault.class,
                () -> {
                  Payload received = passage.received();
                  passage.byReceiver(() -> bench.holds(received, Passage.SENT));
                });
      }
    }
  }
}
