package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Refusal;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.AddressFault;

/**
 * A sender gives two ranges up. At whatever step that fails it has both of them still; when it
 * succeeds it has neither.
 */
class RefusedMoveTest {
  private static final int PAGE = TestMachine.PAGE;

  static Stream<OutOfLine> forms() {
    return Stream.of(
        OutOfLine.VIRTUAL,
        new OutOfLine(0, false, false),
        new OutOfLine(0, false, true),
        new OutOfLine(0, true, true),
        new OutOfLine(2 * PAGE, true, false),
        new OutOfLine(4 * PAGE, false, false));
  }

  /** Two pages, and part of three pages in the midst of five, with slack on both sides. */
  @ParameterizedTest
  @MethodSource("forms")
  void aSendThatFailsLeavesTheSenderBothRanges(OutOfLine how) {
    int n = 1;
    while (refused(how, n)) {
      n++;
    }
    assertTrue(n > 4, "two entries and what they take were refused one by one");
  }

  private boolean refused(OutOfLine how, int n) {
    Bench bench = new Bench(TestMachine.NEW);
    Kernel kernel = bench.kernel();
    Task task = kernel.createTask("task");
    Domain here = new Domain.InTask(task);
    Holdings before = kernel.holdings();
    AddressRanges all = bench.memory(task, 0, 2 * PAGE, 5 * PAGE);
    ByteRange first = all.ranges().ranges().getFirst();
    ByteRange second = all.ranges().ranges().getLast();
    ByteRange part = new ByteRange(second.address() + PAGE + 100, 2 * PAGE + 200);
    AddressRanges given =
        new AddressRanges(task.map(), new IoVec(List.of(first, part)), Tenure.TEMPORARY);
    boolean[] refused = new boolean[1];
    bench.run(
        task,
        0,
        () -> {
          bench.fill(all, 5);
          Refusal refusal = new Refusal(bench.machine().meter(), () -> false, n);
          try {
            Payload sent = kernel.mapIn(given, how);
            refusal.end();
            assertThrows(AddressFault.class, () -> bench.holds(all, 5));
            kernel.giveBack(new Domain.InKernel(), sent);
            rest(task, second);
          } catch (Refusal.Refused expected) {
            refused[0] = true;
            assertFalse(given.gone());
            assertTrue(bench.holds(all, 5), "refused at step " + n);
            kernel.giveBack(here, given);
            rest(task, second);
          }
        });
    kernel.drain();
    assertEquals(before, kernel.holdings(), "step " + n);
    return refused[0];
  }

  /** What of the five pages was not given: the first and the last. */
  private static void rest(Task task, ByteRange second) {
    task.map().removeBytes(second.address(), PAGE);
    task.map().removeBytes(second.address() + 4L * PAGE, PAGE);
  }
}
