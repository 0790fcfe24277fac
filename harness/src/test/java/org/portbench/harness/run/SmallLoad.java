package org.portbench.harness.run;

import java.util.List;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.FileSpec;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;
import org.portbench.harness.workload.Pace;
import org.portbench.harness.workload.Workload;

/** One client at random places of one small file, whose metadata are soon all in memory. */
record SmallLoad(Operation.Kind kind, int bytes, Pace pace) {
  private static final long FILE_BYTES = 4L << 20;

  static SmallLoad oneAtATime(Operation.Kind kind, int bytes) {
    return new SmallLoad(kind, bytes, new Pace.ClosedLoop(1, 0, false));
  }

  Workload workload() {
    ClientPlan client = new ClientPlan("small", 0, 0, 0, pace, this::source, false);
    List<FileSpec> files = List.of(new FileSpec("data", FILE_BYTES));
    return new Workload("small", files, List.of(client), "small", List.of());
  }

  private OperationSource source(long seed) {
    RandomStream random = new RandomStream(seed, "places");
    long places = FILE_BYTES / bytes;
    return operation -> {
      operation.move(kind, 0, random.below(places) * bytes, bytes);
      return true;
    };
  }
}
