package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.run.Explanation.Charge;
import org.portbench.harness.run.Explanation.Step;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Workload;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.results.TrialResult;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/** What {@code explain} shows is what {@code run} measures. */
final class ExplanationTest {
  private static final Strategies STRATEGIES =
      new Strategies(ExplanationTest.class.getClassLoader());

  private static final List<String> ALL =
      STRATEGIES.all().stream().map(MessagingStrategy::name).toList();

  static List<String> strategies() {
    return ALL;
  }

  static Stream<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (String machine : MachineProfiles.names()) {
      for (String workload : List.of("randread-4k", "randwrite-64k")) {
        for (String strategy : ALL) {
          for (StackSpec stack :
              List.of(StackSpec.user(2, Touch.NOTHING), StackSpec.user(1, Touch.DATA))) {
            Workload found = Workloads.find(workload, WorkloadOptions.DEFAULT);
            cells.add(new Cell(MachineProfiles.builtIn(machine), stack, found, strategy, 1, 200));
          }
        }
      }
    }
    return cells.stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void chargesAddUpToTheMachinesClock(Cell cell) {
    Explanation explanation = Explanation.of(cell, STRATEGIES.create(cell.strategy()));
    assertEquals(explanation.latencyPs(), explanation.chargedPs());
    assertEquals("client asks", explanation.steps().getFirst().what());
    assertEquals(0, explanation.steps().getFirst().atPs());
    long before = 0;
    for (Step step : explanation.steps()) {
      assertTrue(step.atPs() >= before, step.what());
      before = step.atPs();
    }
  }

  /** With 10,000 operations a thousand come before, and metadata is cached. */
  @ParameterizedTest
  @MethodSource("strategies")
  void oneIoIsOneOfThoseMeasured(String strategy) {
    Cell cell =
        new Cell(
            MachineProfiles.builtIn("server-2024"),
            StackSpec.user(2, Touch.NOTHING),
            Workloads.find("randread-4k", WorkloadOptions.DEFAULT),
            strategy,
            1,
            10_000);
    Explanation explanation = Explanation.of(cell, STRATEGIES.create(strategy));
    TrialResult measured = new Trial(cell, STRATEGIES.create(strategy)).run();
    long cpuPs =
        explanation.steps().stream()
            .flatMap(step -> step.charges().stream())
            .filter(charge -> charge.category().cpu())
            .mapToLong(Charge::ps)
            .sum();
    double ratio = (double) cpuPs / 1000 / measured.cpuNsPerOperation();
    assertTrue(ratio > 0.98 && ratio < 1.02, "CPU time of one against the mean: " + ratio);
    assertEquals(
        measured.counters().get("messages") / measured.operations(),
        counted(explanation, Counter.MESSAGES));
  }

  private static long counted(Explanation explanation, Counter counter) {
    return explanation.steps().stream()
        .mapToLong(step -> step.counted().getOrDefault(counter, 0L))
        .sum();
  }
}
