package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.Pace;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/**
 * However the stack is used, each strategy brings the right bytes to the right place and gives back
 * what it took: each knob alone and all of them together, one request at a time on a machine
 * without an IOMMU, four on one with.
 */
final class KnobSweepTest {
  private static final Strategies KNOWN = new Strategies(KnobSweepTest.class.getClassLoader());
  private static final MachineProfile OLD = MachineProfiles.builtIn("pc-2003");
  private static final MachineProfile NEW = MachineProfiles.builtIn("server-2024");

  private static final Map<StackKnob, List<String>> TURNED =
      Map.of(
          StackKnob.SEGMENTS, List.of("3", "256"),
          StackKnob.ALIGNMENT, List.of("odd"),
          StackKnob.SENDER, List.of("keeps"),
          StackKnob.RECEIVER, List.of("holds"),
          StackKnob.FRAMES, List.of("scattered"),
          StackKnob.REFUSING, List.of("1", "2"));

  static List<StackSpec> stacks() {
    List<StackSpec> stacks = new ArrayList<>();
    for (StackSpec base : List.of(StackSpec.PLAIN, StackSpec.kernel(2, Touch.DATA))) {
      StackSpec all = base;
      for (StackKnob knob : StackKnob.values()) {
        for (String word : TURNED.getOrDefault(knob, List.of())) {
          stacks.add(base.with(knob, word));
          all = all.with(knob, word);
        }
      }
      stacks.add(all);
      StackSpec some = all.with(StackKnob.TOUCH, "data").with(StackKnob.SEGMENTS, 3);
      stacks.add(some);
      stacks.add(some.with(StackKnob.API, "posix"));
      stacks.add(some.with(StackKnob.CACHED, 50));
      stacks.add(some.with(StackKnob.CACHED, 100).with(StackKnob.API, "posix"));
      stacks.add(some.with(StackKnob.TRANSFER, "pio"));
      stacks.add(some.with(StackKnob.ENDPOINT, "sink"));
    }
    for (Mechanism mechanism : Mechanism.values()) {
      stacks.add(StackSpec.PLAIN.with(StackKnob.WITHOUT, mechanism.word()));
    }
    return stacks;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void everyStrategyPassesUnder(StackSpec stack) {
    for (MessagingStrategy strategy : KNOWN.all()) {
      points(stack, strategy.name()).forEach(KnobSweepTest::passes);
    }
  }

  private static Stream<Cell> points(StackSpec stack, String strategy) {
    List<Cell> cells = new ArrayList<>();
    for (Operation.Kind kind : List.of(Operation.Kind.READ, Operation.Kind.WRITE)) {
      SmallLoad one = SmallLoad.oneAtATime(kind, 20 << 10);
      SmallLoad many = new SmallLoad(kind, 64 << 10, new Pace.ClosedLoop(4, 0, false));
      cells.add(new Cell(OLD, stack, one.workload(), strategy, 7, 4));
      cells.add(new Cell(NEW, stack, many.workload(), strategy, 7, 8));
    }
    return cells.stream();
  }

  private static void passes(Cell cell) {
    TrialResult result = new Trial(cell, KNOWN.create(cell.strategy())).run();
    assertEquals(Status.PASSED, result.status(), () -> cell.identity() + ": " + result.reason());
  }
}
