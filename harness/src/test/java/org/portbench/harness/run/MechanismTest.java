package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.workload.Operation;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/** Switching one mechanism off takes away what it contributes, and nothing else. */
final class MechanismTest {
  private final Strategies known = new Strategies(getClass().getClassLoader());

  @ParameterizedTest
  @CsvSource({
    "traps, copy, trap",
    "allocations, copy, map",
    "page-table-writes, mach-3, map",
    "faults, mach-3, fault"
  })
  void onlyItsCategoryIsLess(String mechanism, String strategy, String category) {
    TrialResult with = run(StackSpec.PLAIN, strategy);
    TrialResult without = run(StackSpec.PLAIN.with(StackKnob.WITHOUT, mechanism), strategy);
    Set<String> less = new TreeSet<>();
    with.totalsPs()
        .forEach((name, ps) -> {
          if (without.totalsPs().get(name) < ps) {
            less.add(name);
          }
        });
    assertEquals(Set.of(category), less);
    assertEquals(with.counters(), without.counters());
  }

  private TrialResult run(StackSpec stack, String strategy) {
    SmallLoad load = SmallLoad.oneAtATime(Operation.Kind.WRITE, 16 << 10);
    Cell cell =
        new Cell(MachineProfiles.builtIn("pc-2003"), stack, load.workload(), strategy, 7, 20);
    return new Trial(cell, known.create(strategy)).run();
  }
}
