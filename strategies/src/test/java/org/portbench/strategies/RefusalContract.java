package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.memory.OutOfFrames;
import org.portbench.strategies.kernel.Holdings;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;

/**
 * A kernel may refuse anything: then nobody has more or less than before, and the sender of a write
 * still has its data. Each exchange is made to fail at its first refusable step, then at its
 * second, until it succeeds.
 */
public interface RefusalContract extends ContractSubject {
  /** Two ranges, the second longer than what XNU copies. */
  int SHORT = 3 * PAGE + 5;

  int LONG = 5 * PAGE;
  int OWN = 2;

  @Test
  default void whateverIsRefusedNothingIsLostAndNothingIsLeft() {
    for (TestMachine machine : List.of(TestMachine.OLD, TestMachine.NEW)) {
      for (Operation operation : Operation.values()) {
        Bench bench = new Bench(machine);
        int n = 1;
        while (refused(bench, operation, n)) {
          n++;
        }
        assertEquals(movesData(), n > 1, "something can be refused");
      }
    }
  }

  private boolean refused(Bench bench, Operation operation, int n) {
    Holdings before = bench.kernel().holdings();
    Attempt attempt = new Attempt(bench, this, operation);
    Refusal refusal = new Refusal(bench.machine().meter(), attempt.course.strategy::givingBack, n);
    boolean went = attempt.goes(Refusal.Refused.class);
    String what = refusal.end();
    assertEquals(what.isEmpty(), went, "whoever is refused says so");
    attempt.end(operation + ", refused: " + what + ", step " + n, before);
    return !went;
  }

  /** The same for want of frames: machines of ever more memory, until one has enough. */
  @Test
  default void aMachineThatRunsOutOfMemoryLosesNothing() {
    for (Operation operation : List.of(Operation.READ, Operation.WRITE)) {
      int frames = framesBefore(operation);
      while (!enough(operation, frames)) {
        frames++;
      }
    }
  }

  private int framesBefore(Operation operation) {
    Bench bench = new Bench(TestMachine.NEW);
    Attempt attempt = new Attempt(bench, this, operation);
    int frames = bench.kernel().holdings().frames();
    attempt.exchange.abandon();
    return frames;
  }

  private boolean enough(Operation operation, int frames) {
    Bench bench = new Bench(TestMachine.NEW.profile((long) frames * PAGE));
    Holdings before = bench.kernel().holdings();
    Attempt attempt = new Attempt(bench, this, operation);
    boolean went = attempt.goes(OutOfFrames.class);
    attempt.end(operation + " with " + frames + " frames", before);
    return went;
  }

  /** One exchange that may fail on its way. */
  final class Attempt {
    private final Bench bench;
    private final Course course;
    private final Operation operation;
    private final AddressRanges memory;
    private final Exchange exchange;

    Attempt(Bench bench, ContractSubject subject, Operation operation) {
      this.bench = bench;
      this.course = new Course(bench, subject.strategy(), 2);
      this.operation = operation;
      this.memory =
          operation == Operation.FLUSH
              ? subject.memory(course, 0, 0)
              : subject.memory(course, 9, SHORT, LONG);
      course.at(0, () -> bench.fill(memory, OWN));
      this.exchange = new Exchange(course, operation, memory);
    }

    /** Whether it came to its end. */
    boolean goes(Class<? extends RuntimeException> failure) {
      try {
        exchange.lookingSteps().forEach(Runnable::run);
        return true;
      } catch (RuntimeException thrown) {
        if (failure.isInstance(thrown)) {
          return false;
        }
        throw thrown;
      }
    }

    void end(String where, Holdings before) {
      exchange.abandon();
      if (operation == Operation.WRITE) {
        course.at(0, () -> assertTrue(bench.holds(memory, OWN), where + ": the sender's data"));
      }
      assertEquals(0, course.strategy.outstanding(), where);
      assertEquals(0, course.rights(), where);
      bench.clear();
      assertEquals(before, bench.kernel().holdings(), where);
    }
  }
}
