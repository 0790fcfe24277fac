package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.FileSpec;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;
import org.portbench.harness.workload.Pace;
import org.portbench.harness.workload.Workload;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/**
 * Every strategy with a cache in the file system, on both machines, in tasks and in the kernel: all
 * payloads right, all given back, and the device has in the end what was written.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("cases")
class CachedCellsTest {
  private static final long FILE_BYTES = 1L << 20;
  private static final long SEED = 20030716;
  private static final long OPERATIONS = 40;
  private static final List<String> ALL =
      new Strategies(CachedCellsTest.class.getClassLoader())
          .all().stream().map(MessagingStrategy::name).toList();

  record Case(String strategy, String machine, StackSpec stack) {
    @Override
    public String toString() {
      return strategy + ", " + machine + ", " + stack.name();
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String strategy : ALL) {
      for (String machine : List.of("pc-2003", "server-2024")) {
        for (StackSpec stack :
            List.of(
                StackSpec.user(0, Touch.NOTHING),
                StackSpec.user(1, Touch.NOTHING),
                StackSpec.user(2, Touch.DATA),
                StackSpec.kernel(2, Touch.DATA))) {
          cases.add(new Case(strategy, machine, stack));
        }
      }
    }
    return cases;
  }

  @Parameter private Case tested;

  private TrialResult run(StackSpec stack, int queueDepth, OperationSource source) {
    ClientPlan client =
        new ClientPlan(
            "client", 0, 0, 0, new Pace.ClosedLoop(queueDepth, 0, false), seed -> source, false);
    List<FileSpec> files = List.of(new FileSpec("data", FILE_BYTES));
    Workload workload = new Workload("some", files, List.of(client), "some", List.of());
    Cell cell =
        new Cell(
            MachineProfiles.builtIn(tested.machine),
            stack,
            workload,
            tested.strategy,
            SEED,
            OPERATIONS);
    Strategies known = new Strategies(getClass().getClassLoader());
    TrialResult result = new Trial(cell, known.create(tested.strategy)).run();
    assertEquals(Status.PASSED, result.status(), result.reason());
    long checked = tested.strategy.equals("null") ? 0 : result.bytes();
    assertEquals(checked, result.payload().checkedBytes());
    return result;
  }

  private StackSpec cached(int percent) {
    return tested.stack.with(StackKnob.CACHED, percent);
  }

  /** Whatever begins and ends anywhere; a sync after each tenth. */
  private static OperationSource anything(double reads) {
    RandomStream random = new RandomStream(SEED, "anything");
    return operation -> {
      int length = 1 + (int) random.below(random.below(4) == 0 ? 40_000 : 6_000);
      long offset = random.below(FILE_BYTES - length);
      Operation.Kind kind =
          random.nextDouble() < reads ? Operation.Kind.READ : Operation.Kind.WRITE;
      boolean sync = random.below(10) == 0;
      if (sync) {
        operation.sync(Operation.Kind.SYNC, 0);
      } else {
        operation.move(kind, 0, offset, length);
      }
      return true;
    };
  }

  @Test
  void aFileThatIsAllInMemory_isReadWithoutTheDevice() {
    TrialResult result = run(cached(100), 1, onlyReads());
    assertEquals(0, result.counters().get("dmaBytes"));
    assertEquals(0, result.counters().get("interrupts"));
    assertEquals(0, result.totalsPs().get("device"));
  }

  private static OperationSource onlyReads() {
    OperationSource any = anything(1);
    return operation -> {
      any.next(operation);
      if (operation.kind() == Operation.Kind.SYNC) {
        operation.move(Operation.Kind.READ, 0, 77, 5_000);
      }
      return true;
    };
  }

  @Test
  void readsAndWritesAnywhere_areRight_withAllSomeAndLittleInMemory() {
    for (int percent : List.of(100, 50, 3)) {
      TrialResult result = run(cached(percent), 1, anything(0.5));
      assertTrue(result.counters().get("dmaBytes") > 0, percent + " %: syncs write");
    }
  }

  @Test
  void readsAndWritesAtOnce_areRight() {
    run(cached(50), 8, anything(0.6));
    run(cached(100), 8, anything(0.6));
  }

  @Test
  void posixCallers_getTheSame() {
    StackSpec posix = cached(50).with(StackKnob.API, "posix");
    run(posix, 1, anything(0.5));
    run(posix, 8, anything(0.5));
  }

  @Test
  void programmedTransfers_moveTheSame() {
    StackSpec pio = cached(50).with(StackKnob.TRANSFER, "pio");
    run(pio, 1, anything(0.5));
    TrialResult result = run(pio.with(StackKnob.CACHED, 0), 8, anything(0.5));
    assertEquals(0, result.counters().get("dmaDescriptors") - result.syncs());
    assertEquals(0, result.counters().get("iommuMappings"));
  }
}
