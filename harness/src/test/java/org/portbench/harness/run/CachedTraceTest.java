package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.workload.Workload;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/**
 * A recorded trace writes odd lengths, reads them and syncs, again and again: what a task has in
 * memory of a file gets shadows by being copied virtually, and is still the file.
 */
final class CachedTraceTest {

  @ParameterizedTest
  @ValueSource(strings = {"mach-2", "mach-3", "mach-xnu", "copy", "vm-object"})
  void aTraceThroughACache_isRightAndLeavesNothing(String strategy) {
    Workload trace = Workloads.find("workloads/sqlite-wal.iolog", WorkloadOptions.DEFAULT);
    Cell cell =
        new Cell(
            MachineProfiles.builtIn("pc-2003"),
            StackSpec.PLAIN.with(StackKnob.CACHED, 50),
            trace,
            strategy,
            1,
            300);
    Strategies strategies = new Strategies(CachedTraceTest.class.getClassLoader());
    TrialResult result = new Trial(cell, strategies.create(strategy)).run();
    assertEquals(Status.PASSED, result.status(), result.reason());
  }
}
