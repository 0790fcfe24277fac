package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Pieces;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.AddressFault;

/** Who sees whose writes while data is in transit, exactly as the strategy promises. */
public interface IsolationContract extends ContractSubject {
  int SENT = 3;
  int LATER = 4;
  int SIZE = 3 * PAGE + 100;

  @Test
  default void whatTheSenderWritesWhileTheMessageIsQueuedIsSeenOnlyIfLive() {
    assumeTrue(strategy().crossesDomains());
    TestMachine.ALL.forEach(machine -> senderWrites(machine, true));
  }

  @Test
  default void whatTheSenderWritesAfterTheMessageWasReceivedIsSeenOnlyIfLive() {
    assumeTrue(strategy().crossesDomains());
    TestMachine.ALL.forEach(machine -> senderWrites(machine, false));
  }

  private void senderWrites(TestMachine machine, boolean whileQueued) {
    Bench bench = new Bench(machine);
    Course course = new Course(bench, strategy(), 1);
    AddressRanges memory = filled(course);
    Exchange exchange = new Exchange(course, Operation.WRITE, memory);
    exchange.send();
    exchange.queue();
    if (whileQueued) {
      course.at(0, () -> bench.fill(memory, LATER));
    }
    exchange.receive();
    Payload reached = exchange.reach(1);
    course.at(1, () -> assertEquals(!whileQueued || !live(), bench.holds(reached, SENT)));
    course.at(0, () -> bench.fill(memory, LATER));
    course.at(1, () -> assertTrue(bench.holds(reached, live() ? LATER : SENT)));
    giveUp(course, exchange, reached);
    course.at(0, () -> assertTrue(bench.holds(memory, LATER), "the sender has what it wrote"));
  }

  @Test
  default void whatALayerWritesNeverReachesTheSenderOfAWrite() {
    assumeTrue(strategy().crossesDomains());
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Course course = new Course(bench, strategy(), 1);
      AddressRanges memory = filled(course);
      Exchange exchange = new Exchange(course, Operation.WRITE, memory);
      exchange.send();
      exchange.queue();
      exchange.receive();
      Payload reached = exchange.reach(1);
      if (live()) {
        course.at(1, () -> assertThrows(AddressFault.class, () -> bench.fill(reached, LATER)));
      } else {
        course.at(1, () -> bench.fill(reached, LATER));
        course.at(1, () -> assertTrue(bench.holds(reached, LATER)));
      }
      course.at(0, () -> assertTrue(bench.holds(memory, SENT)));
      giveUp(course, exchange, reached);
    }
  }

  @Test
  default void whatALayerWritesForAReadIsSeenAtOnceIfLive() {
    assumeTrue(strategy().crossesDomains() && layersWriteInPlace());
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Course course = new Course(bench, strategy(), 1);
      AddressRanges memory = filled(course);
      Exchange exchange = new Exchange(course, Operation.READ, memory);
      exchange.send();
      exchange.queue();
      exchange.receive();
      Payload reached = exchange.reach(1);
      course.at(1, () -> bench.fill(reached, LATER));
      course.at(0, () -> assertTrue(bench.holds(memory, LATER)));
      giveUp(course, exchange, reached);
    }
  }

  @Test
  default void whatTheSenderWritesDuringTheTransferReachesTheDeviceOnlyIfLive() {
    assumeTrue(movesData());
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Course course = new Course(bench, strategy(), 0);
      AddressRanges memory = filled(course);
      Exchange exchange = new Exchange(course, Operation.WRITE, memory);
      exchange.send();
      exchange.queue();
      exchange.receive();
      Pieces pieces = exchange.wire().pieces();
      course.at(0, () -> bench.fill(memory, LATER));
      int seen = isolationAtDriver() == Isolation.LIVE ? LATER : SENT;
      assertTrue(hold(pieces, seen), "the device sees " + (seen == SENT ? "the old" : "the new"));
      assertFalse(hold(pieces, seen == SENT ? LATER : SENT));
      exchange.abandon();
    }
  }

  @Test
  default void withoutDataThereIsNothingToIsolate() {
    assertEquals(movesData(), isolation() != Isolation.NONE);
    assertEquals(movesData(), isolationAtDriver() != Isolation.NONE);
  }

  private boolean live() {
    return isolation() == Isolation.LIVE;
  }

  private AddressRanges filled(Course course) {
    AddressRanges memory = memory(course, 50, SIZE);
    course.at(0, () -> course.bench.fill(memory, SENT));
    return memory;
  }

  private static void giveUp(Course course, Exchange exchange, Payload reached) {
    if (reached != exchange.arrived(1)) {
      exchange.release(1, reached);
    }
    exchange.abandon();
    assertEquals(0, course.strategy.outstanding());
  }

  private static boolean hold(Pieces pieces, long origin) {
    Content expected = Bench.bytes(pieces.bytes(), origin);
    int at = 0;
    for (int i = 0; i < pieces.count(); i++) {
      if (!pieces.frame(i).matches(pieces.offset(i), expected, at, pieces.length(i))) {
        return false;
      }
      at += pieces.length(i);
    }
    return true;
  }
}
