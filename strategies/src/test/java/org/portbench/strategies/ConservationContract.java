package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Ledger;
import org.portbench.hardware.memory.Pieces;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.hardware.sim.RunDigest;
import org.portbench.strategies.kernel.Holdings;
import org.portbench.strategies.kernel.Wiring;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.vm.AddressFault;

/**
 * Nothing is lost and nothing is given back twice, wherever a request ends; and all is repeatable.
 */
public interface ConservationContract extends ContractSubject {

  @Test
  default void aRequestThatEndsAtAnyStepLeavesNothingBehind() {
    everywhere((bench, layers) -> {
      Holdings before = bench.kernel().holdings();
      for (Operation operation : Operation.values()) {
        for (int size : List.of(1, 3 * PAGE + 5)) {
          endsAtEachStep(bench, layers, operation, operation == Operation.FLUSH ? 0 : size);
        }
      }
      bench.clear();
      assertEquals(before, bench.kernel().holdings());
    });
  }

  private void endsAtEachStep(Bench bench, int layers, Operation operation, int size) {
    int steps = 1;
    for (int end = 0; end <= steps; end++) {
      Course course = new Course(bench, strategy(), layers);
      AddressRanges memory = memory(course, 9, size);
      course.at(0, () -> bench.fill(memory, 2));
      Exchange exchange = new Exchange(course, operation, memory);
      List<Runnable> all = exchange.steps();
      steps = all.size();
      all.subList(0, end).forEach(Runnable::run);
      exchange.abandon();
      String where = operation + " with " + layers + " layers ended after step " + end;
      assertEquals(0, course.strategy.outstanding(), where);
      assertEquals(0, course.rights(), where);
    }
  }

  @Test
  default void aLayerThatReachedTheDataAndEndsLeavesNothingBehind() {
    everywhere((bench, layers) -> {
      Holdings before = bench.kernel().holdings();
      for (Operation operation : List.of(Operation.READ, Operation.WRITE)) {
        Course course = new Course(bench, strategy(), layers);
        AddressRanges memory = memory(course, 9, 3 * PAGE);
        course.at(0, () -> bench.fill(memory, 2));
        Exchange exchange = new Exchange(course, operation, memory);
        exchange.send();
        exchange.queue();
        exchange.receive();
        var reached = exchange.reach(1);
        if (reached != exchange.arrived(1)) {
          exchange.release(1, reached);
        }
        exchange.abandon();
        assertEquals(0, course.strategy.outstanding());
      }
      bench.clear();
      assertEquals(before, bench.kernel().holdings());
    });
  }

  /** What died was the message; the frames stay until the device has completed. */
  @Test
  default void aTransferOutlivesItsRequestAndIsLetGoWhenItCompletes() {
    assumeTrue(movesData());
    everywhere((bench, layers) -> {
      Holdings before = bench.kernel().holdings();
      for (Operation operation : List.of(Operation.READ, Operation.WRITE)) {
        Course course = new Course(bench, strategy(), layers);
        AddressRanges memory = memory(course, 9, 3 * PAGE);
        course.at(0, () -> bench.fill(memory, 2));
        Exchange exchange = new Exchange(course, operation, memory);
        Pieces pieces = toTheDevice(exchange, course).pieces();
        exchange.abandonMessages();
        for (int i = 0; i < pieces.count(); i++) {
          assertTrue(pieces.frame(i).allocated() && pieces.frame(i).held(), "frame " + i);
        }
        exchange.letGo();
        assertEquals(0, course.strategy.outstanding());
        assertEquals(0, course.rights());
      }
      bench.clear();
      assertEquals(before, bench.kernel().holdings());
    });
  }

  @Test
  default void aBadAddressFailsBeforeAnythingHasHappened() {
    assumeTrue(movesData());
    everywhere((bench, layers) -> {
      Holdings atStart = bench.kernel().holdings();
      Course course = new Course(bench, strategy(), layers);
      AddressRanges good = memory(course, 0, 2 * PAGE);
      course.at(0, () -> bench.fill(good, 2));
      Holdings before = bench.kernel().holdings();
      Exchange exchange = new Exchange(course, Operation.WRITE, runsOver(good));
      assertThrows(AddressFault.class, () -> toTheDevice(exchange, course));
      exchange.abandon();
      assertEquals(0, course.rights());
      assertEquals(before.mapEntries(), bench.kernel().holdings().mapEntries());
      course.at(0, () -> assertTrue(bench.holds(good, 2)));
      bench.clear();
      assertEquals(atStart, bench.kernel().holdings());
    });
  }

  /** A range that is all there, and one that goes on where nothing is mapped. */
  private static AddressRanges runsOver(AddressRanges good) {
    ByteRange there = good.ranges().ranges().getFirst();
    ByteRange over = new ByteRange(there.address() + PAGE, 1000 * PAGE);
    return new AddressRanges(good.map(), new IoVec(List.of(there, over)), Tenure.STANDING);
  }

  private static Wiring toTheDevice(Exchange exchange, Course course) {
    while (exchange.at() < course.driver()) {
      exchange.send();
      exchange.queue();
      exchange.receive();
    }
    return exchange.wire();
  }

  @Test
  default void oneSeedGivesOneDigest() {
    for (TestMachine machine : List.of(TestMachine.OLD, TestMachine.NEW)) {
      assertEquals(digest(machine, 11), digest(machine, 11));
    }
  }

  private long digest(TestMachine machine, long seed) {
    Bench bench = new Bench(machine);
    RunDigest digest = new RunDigest();
    bench.machine().meter().attach(new Digesting(digest));
    RandomStream chance = new RandomStream(seed, "contract");
    Course course = new Course(bench, strategy(), layers().size() - 1);
    for (int i = 0; i < 30; i++) {
      Operation operation = chance.below(2) == 0 ? Operation.READ : Operation.WRITE;
      int place = (int) chance.below(PAGE);
      AddressRanges memory = memory(course, place, (int) chance.below(10L * PAGE));
      course.at(0, () -> bench.fill(memory, 2));
      Exchange exchange = new Exchange(course, operation, memory);
      exchange.steps().forEach(Runnable::run);
      exchange.giveBackAnswer();
    }
    for (Counter counter : Counter.values()) {
      digest.add(bench.machine().meter().counter(counter));
    }
    digest.add(bench.machine().events().nowPs());
    return digest.value();
  }

  /** Takes in every charge, in order. */
  record Digesting(RunDigest digest) implements Ledger {
    @Override
    public void charged(Category category, String what, long times, long ps) {
      what.chars().forEach(digest::add);
      digest.add(category.ordinal());
      digest.add(times);
      digest.add(ps);
    }

    @Override
    public void step(String what) {}
  }
}
