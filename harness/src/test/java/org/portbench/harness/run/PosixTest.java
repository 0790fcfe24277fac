package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/** What it takes on top to give callers what POSIX promises: where it copies, and where not. */
class PosixTest {
  private static final long OPERATIONS = 50;
  private static final StackSpec NATIVE = StackSpec.user(1, Touch.NOTHING);

  private static TrialResult run(String strategy, StackSpec stack, Operation.Kind kind, int bytes) {
    Cell cell =
        new Cell(
            MachineProfiles.builtIn("server-2024"),
            stack,
            SmallLoad.oneAtATime(kind, bytes).workload(),
            strategy,
            1,
            OPERATIONS);
    Strategies known = new Strategies(PosixTest.class.getClassLoader());
    TrialResult result = new Trial(cell, known.create(strategy)).run();
    assertEquals(Status.PASSED, result.status(), result.reason());
    return result;
  }

  /** Bytes copied for each operation beyond what the native interface copies. */
  private static double copies(String strategy, int cached, Operation.Kind kind, int bytes) {
    StackSpec stack = NATIVE.with(StackKnob.CACHED, cached);
    long more =
        count(run(strategy, stack.with(StackKnob.API, "posix"), kind, bytes), "bytesCopied")
            - count(run(strategy, stack, kind, bytes), "bytesCopied");
    return (double) more / bytes / OPERATIONS;
  }

  private static long count(TrialResult result, String counter) {
    return result.counters().get(counter);
  }

  /**
   * What lands where it was asked for needs nothing. What a Mach brings at another address is
   * copied when it is short and takes the buffer's place when it is long. Fbufs bring it in a
   * buffer of the path. What is in memory and only referred to is always copied.
   */
  @ParameterizedTest
  @CsvSource({
    // strategy, 4 KiB from the device, 64 KiB from the device, 64 KiB from memory
    "direct, 0, 0, 0",
    "copy, 0, 0, 0",
    "user-iovec, 0, 0, 0",
    "mach-2, 1, 0, 0",
    "mach-3, 1, 0, 0",
    "mach-xnu, 1, 0, 0",
    "fd, 0, 0, 1",
    "vm-object, 0, 0, 1",
    "registered, 0, 0, 1",
    "task-port, 0, 0, 0",
    "memory-entry, 0, 0, 1",
    "fbufs, 1, 1, 1",
  })
  void readsAreCopiedWhereTheyArriveElsewhere(String strategy, int small, int large, int cached) {
    Operation.Kind read = Operation.Kind.READ;
    assertEquals(small, copies(strategy, 0, read, 4 << 10), "4 KiB from the device");
    assertEquals(large, copies(strategy, 0, read, 64 << 10), "64 KiB from the device");
    assertEquals(cached, copies(strategy, 100, read, 64 << 10), "64 KiB from memory");
  }

  /** A caller's own memory is no buffer of a path; everybody else leaves it to its owner. */
  @ParameterizedTest
  @CsvSource({
    "direct, 0",
    "copy, 0",
    "user-iovec, 0",
    "mach-2, 0",
    "mach-3, 0",
    "mach-xnu, 0",
    "fd, 0",
    "vm-object, 0",
    "registered, 0",
    "fbufs, 1",
  })
  void writesAreCopiedWhereTheirMemoryWillNotDo(String strategy, int times) {
    assertEquals(times, copies(strategy, 0, Operation.Kind.WRITE, 64 << 10));
  }

  /** 50,000 bytes are no whole pages, however long they are. */
  @ParameterizedTest
  @CsvSource({"mach-2", "mach-3", "mach-xnu"})
  void whatIsNoWholePages_isCopied(String strategy) {
    assertEquals(1, copies(strategy, 0, Operation.Kind.READ, 50_000));
  }

  /**
   * The buffer's sixteen pages go, those that arrived are seen in their place: a fault for each.
   */
  @ParameterizedTest
  @CsvSource({"mach-2", "mach-3"})
  void pagesThatTakeTheBuffersPlace_areFaultedInThere(String strategy) {
    Operation.Kind read = Operation.Kind.READ;
    TrialResult plain = run(strategy, NATIVE, read, 64 << 10);
    TrialResult posix = run(strategy, NATIVE.with(StackKnob.API, "posix"), read, 64 << 10);
    assertEquals(count(plain, "softFaults"), count(posix, "softFaults"));
    assertEquals(count(plain, "mapEntries") + OPERATIONS, count(posix, "mapEntries"));
    assertEquals(count(plain, "systemCalls") + OPERATIONS, count(posix, "systemCalls"));
  }
}
