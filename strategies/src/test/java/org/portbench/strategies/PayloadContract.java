package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Pieces;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;

/** What is sent arrives, all of it, in order, whatever its size and place. */
public interface PayloadContract extends ContractSubject {
  List<Integer> SIZES = List.of(0, 1, PAGE - 1, PAGE, PAGE + 1, 5 * PAGE, MANY, LARGE);
  List<Integer> PLACES = List.of(0, 1, 512, PAGE - 1);

  @Test
  default void aWriteReachesTheDriverByteForByte() {
    everywhere((bench, layers) -> {
      for (int size : SIZES) {
        for (int place : PLACES) {
          writeArrives(bench, layers, false, place, size);
        }
      }
      bench.clear();
    });
  }

  @Test
  default void aReadReachesTheSenderByteForByte() {
    everywhere((bench, layers) -> {
      for (int size : SIZES) {
        for (int place : PLACES) {
          readArrives(bench, layers, false, place, size);
        }
      }
      bench.clear();
    });
  }

  @Test
  default void severalRangesArriveInTheirOrder() {
    everywhere((bench, layers) -> {
      writeArrives(bench, layers, false, 100, PAGE, 0, 3 * PAGE + 7, 1);
      readArrives(bench, layers, false, 100, PAGE, 0, 3 * PAGE + 7, 1);
      bench.clear();
    });
  }

  @Test
  default void aLayerThatTouchesTheDataSeesWhatWasSent() {
    everywhere((bench, layers) -> {
      for (int size : List.of(1, PAGE + 1, MANY)) {
        writeArrives(bench, layers, true, 3, size);
        readArrives(bench, layers, true, 3, size);
      }
      bench.clear();
    });
  }

  @Test
  default void theSameBufferCanBeSentAgainAndAgain() {
    for (TestMachine machine : TestMachine.ALL) {
      Bench bench = new Bench(machine);
      Course course = new Course(bench, strategy(), layers().size() - 1);
      AddressRanges memory = memory(course, 5, 3 * PAGE);
      for (int round = 1; round <= 20; round++) {
        int origin = 10 + round;
        course.at(0, () -> bench.fill(memory, origin));
        write(course, memory, origin, round % 2 == 0);
        read(course, memory, 100 + origin, round % 3 == 0);
      }
    }
  }

  @Test
  default void theLastLayerStillHasWhatItPassedToTheDriver() {
    assumeTrue(strategy().crossesDomains());
    for (TestMachine machine : TestMachine.ALL) {
      Course course = new Course(new Bench(machine), strategy(), 1);
      AddressRanges memory = memory(course, 5, PAGE, 5 * PAGE);
      course.at(0, () -> course.bench.fill(memory, 7));
      Exchange exchange = new Exchange(course, Operation.WRITE, memory);
      while (exchange.at() < course.driver()) {
        exchange.send();
        exchange.queue();
        exchange.receive();
      }
      Payload reached = exchange.reach(1);
      course.at(1, () -> assertTrue(course.bench.holds(reached, 7)));
      if (reached != exchange.arrived(1)) {
        exchange.release(1, reached);
      }
      exchange.abandon();
      assertEquals(0, course.strategy.outstanding());
    }
  }

  private void writeArrives(Bench bench, int layers, boolean touch, int place, int... lengths) {
    Course course = new Course(bench, strategy(), layers);
    AddressRanges memory = memory(course, place, lengths);
    course.at(0, () -> bench.fill(memory, 7));
    write(course, memory, 7, touch);
    course.at(0, () -> assertTrue(bench.holds(memory, 7), "the sender still has what it sent"));
  }

  private void write(Course course, AddressRanges memory, long origin, boolean touch) {
    Exchange exchange = new Exchange(course, Operation.WRITE, memory);
    while (exchange.at() < course.driver()) {
      exchange.send();
      exchange.queue();
      exchange.receive();
      if (touch && movesData()) {
        sees(course, exchange, origin);
      }
    }
    Pieces pieces = exchange.wire().pieces();
    if (movesData()) {
      assertEquals(memory.length(), pieces.bytes(), "bytes at the driver");
      assertTrue(same(pieces, origin), "the device sees what was sent");
    }
    exchange.unwire();
    climb(exchange);
    finished(course, exchange);
  }

  private void readArrives(Bench bench, int layers, boolean touch, int place, int... lengths) {
    Course course = new Course(bench, strategy(), layers);
    read(course, memory(course, place, lengths), 9, touch);
  }

  private void read(Course course, AddressRanges memory, long origin, boolean touch) {
    Exchange exchange = new Exchange(course, Operation.READ, memory);
    while (exchange.at() < course.driver()) {
      exchange.send();
      exchange.queue();
      exchange.receive();
    }
    Pieces pieces = exchange.wire().pieces();
    deviceWrites(course, pieces, origin);
    exchange.unwire();
    while (exchange.at() > 0) {
      if (touch && movesData()) {
        sees(course, exchange, origin);
      }
      exchange.reply();
      exchange.queueReply();
      exchange.receiveReply();
    }
    if (movesData()) {
      assertEquals(memory.length(), pieces.bytes(), "bytes at the driver");
      Payload arrived = exchange.arrived(0);
      course.at(
          0,
          () -> assertTrue(course.bench.holds(arrived, origin), "what the device wrote arrives"));
    }
    finished(course, exchange);
  }

  private void sees(Course course, Exchange exchange, long origin) {
    Payload reached = exchange.reach(exchange.at());
    course.at(
        exchange.at(),
        () -> assertTrue(course.bench.holds(reached, origin), "a layer sees what passes"));
    if (reached != exchange.arrived(exchange.at())) {
      exchange.release(exchange.at(), reached);
    }
  }

  private static void climb(Exchange exchange) {
    while (exchange.at() > 0) {
      exchange.reply();
      exchange.queueReply();
      exchange.receiveReply();
    }
  }

  private static void finished(Course course, Exchange exchange) {
    exchange.giveBackAnswer();
    assertEquals(0, course.strategy.outstanding(), "payloads not given back");
    assertEquals(0, course.rights(), "port rights left over");
  }

  private static void deviceWrites(Course course, Pieces pieces, long origin) {
    int at = 0;
    for (int i = 0; i < pieces.count(); i++) {
      pieces.frame(i).fill(pieces.offset(i), pieces.length(i), origin, at);
      course.bench.machine().memory().dmaWrote(pieces.frameNumber(i), pieces.length(i));
      at += pieces.length(i);
    }
  }

  private static boolean same(Pieces pieces, long origin) {
    Content expected = Bench.bytes(pieces.bytes(), origin);
    boolean same = true;
    int at = 0;
    for (int i = 0; i < pieces.count(); i++) {
      same &= pieces.frame(i).matches(pieces.offset(i), expected, at, pieces.length(i));
      at += pieces.length(i);
    }
    return same;
  }
}
