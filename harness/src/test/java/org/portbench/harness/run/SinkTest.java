package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/** A last layer that answers by itself: what it takes and hands out, and what that costs. */
class SinkTest {
  private static final Strategies KNOWN = new Strategies(SinkTest.class.getClassLoader());
  private static final long OPERATIONS = 10;

  static Stream<String> strategies() {
    return KNOWN.all().stream().map(MessagingStrategy::name);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyByteIsChecked_andNoDeviceIsAsked(String strategy) {
    for (Operation.Kind kind : List.of(Operation.Kind.READ, Operation.Kind.WRITE)) {
      for (int layers : List.of(0, 1)) {
        for (Touch touch : List.of(Touch.NOTHING, Touch.DATA)) {
          for (int bytes : List.of(1, 4096, 20_000)) {
            StackSpec stack = StackSpec.user(layers, touch);
            TrialResult result = run("smp-2003", strategy, stack, kind, bytes);
            assertEquals(Status.PASSED, result.status(), result.id() + ": " + result.reason());
            long checked = strategy.equals("null") ? 0 : OPERATIONS * bytes;
            assertEquals(checked, result.payload().checkedBytes(), result.id());
            assertEquals(0, result.counters().get("dmaBytes"), result.id());
            assertEquals(0, result.counters().get("interrupts"), result.id());
          }
        }
      }
    }
  }

  /**
   * In the kernel: 4096 bytes copied out of the sink's memory to the client, or touched once by the
   * client that makes them, and once more where the sink looks.
   */
  @Test
  void touchingTheData_isWhatASinkTakesBesideTheMessages() {
    StackSpec untouched = StackSpec.kernel(1, Touch.NOTHING);
    StackSpec touched = StackSpec.kernel(1, Touch.DATA);
    TrialResult taken = run("pc-2003", "direct", untouched, Operation.Kind.WRITE, 4096);
    TrialResult looked = run("pc-2003", "direct", touched, Operation.Kind.WRITE, 4096);
    assertEquals(OPERATIONS * 4096, taken.counters().get("bytesTouched"));
    assertEquals(OPERATIONS * 2 * 4096, looked.counters().get("bytesTouched"));
    assertEquals(0, looked.counters().get("bytesCopied"));

    TrialResult handed = run("pc-2003", "direct", untouched, Operation.Kind.READ, 4096);
    TrialResult made = run("pc-2003", "direct", touched, Operation.Kind.READ, 4096);
    assertEquals(OPERATIONS * 4096, handed.counters().get("bytesCopied"));
    assertEquals(OPERATIONS * 4096, handed.counters().get("bytesTouched"));
    assertEquals(OPERATIONS * 2 * 4096, made.counters().get("bytesTouched"));
  }

  /** What the judge looks at through nobody's eyes costs nothing: no fault, no miss. */
  @Test
  void takingAWriteUnseen_bringsNoPageIn() {
    StackSpec stack = StackSpec.user(1, Touch.NOTHING);
    TrialResult taken = run("pc-2003", "mach-3", stack, Operation.Kind.WRITE, 65_536);
    assertEquals(0, taken.counters().get("softFaults"));
    StackSpec looks = StackSpec.user(1, Touch.DATA);
    TrialResult looked = run("pc-2003", "mach-3", looks, Operation.Kind.WRITE, 65_536);
    assertEquals(OPERATIONS * 16, looked.counters().get("softFaults"));
  }

  /** Ten system calls of 670 ns; the client is woken and switched to once, before the first. */
  @Test
  void aNullSystemCall_isTheCallAlone() {
    StackSpec inKernel = StackSpec.kernel(0, Touch.NOTHING).with(StackKnob.ENDPOINT, "sink");
    TrialResult call = nullRequest("direct", inKernel);
    SortedMap<String, Long> spent = new TreeMap<>(call.totalsPs());
    spent.values().removeIf(ps -> ps == 0);
    assertEquals(Map.of("trap", 6_700_000L, "switch", 800_000L, "idle", 500_000L), spent);
    assertEquals(OPERATIONS, call.counters().get("systemCalls"));
    assertEquals(0, call.bytes());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aRequestForNoData_reachesItsEnd_whateverTheEndpoint(String strategy) {
    for (StackSpec stack :
        List.of(StackSpec.user(1, Touch.DATA), StackSpec.kernel(1, Touch.METADATA))) {
      for (String endpoint : List.of("sink", "device")) {
        TrialResult result = nullRequest(strategy, stack.with(StackKnob.ENDPOINT, endpoint));
        assertEquals(Status.PASSED, result.status(), result.id() + ": " + result.reason());
        assertEquals(OPERATIONS, result.operations());
        assertEquals(0, result.counters().get("dmaBytes"));
      }
    }
  }

  @Test
  void sinkAndDevice_areTwoStacks() {
    StackSpec device = StackSpec.user(1, Touch.NOTHING);
    StackSpec sink = device.with(StackKnob.ENDPOINT, "sink");
    assertTrue(sink.name().endsWith("-sink"), sink.name());
    assertEquals("sink", sink.parameters().get("endpoint"));
  }

  private static TrialResult nullRequest(String strategy, StackSpec stack) {
    Cell cell =
        new Cell(
            MachineProfiles.builtIn("pc-2003"),
            stack,
            Workloads.find("null-request", WorkloadOptions.DEFAULT),
            strategy,
            7,
            OPERATIONS);
    return new Trial(cell, KNOWN.create(strategy)).run();
  }

  private static TrialResult run(
      String machine, String strategy, StackSpec stack, Operation.Kind kind, int bytes) {
    Cell cell =
        new Cell(
            MachineProfiles.builtIn(machine),
            stack.with(StackKnob.ENDPOINT, "sink"),
            SmallLoad.oneAtATime(kind, bytes).workload(),
            strategy,
            7,
            OPERATIONS);
    return new Trial(cell, KNOWN.create(strategy)).run();
  }
}
