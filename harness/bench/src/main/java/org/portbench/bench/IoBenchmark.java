package org.portbench.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.StackSpec;
import org.portbench.harness.run.WarmCell;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.strategies.Strategies;

/**
 * Whole modeled reads, every byte of them checked: random, 32 at a time, through two layers in user
 * space on {@code server-2024}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class IoBenchmark {
  private static final int OPERATIONS = 1000;
  private static final int QUEUE_DEPTH = 32;
  private static final long WARM_UP_BYTES = 64 << 20;
  private static final int SEED = 2003;

  @Param("copy")
  public String strategy;

  @Param("4096")
  public long sizeBytes;

  private WarmCell cell;

  @Setup
  public void setUp() {
    WorkloadOptions options =
        WorkloadOptions.DEFAULT.withQueueDepth(QUEUE_DEPTH).withSizeBytes(sizeBytes);
    Cell cold =
        new Cell(
            MachineProfiles.builtIn("server-2024"),
            StackSpec.PLAIN,
            Workloads.find("randread-4k", options),
            strategy,
            SEED,
            Math.max(OPERATIONS, WARM_UP_BYTES / sizeBytes));
    cell = new WarmCell(cold, new Strategies(IoBenchmark.class.getClassLoader()).create(strategy));
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public void read() {
    cell.run(OPERATIONS);
  }

  @TearDown
  public void check() {
    cell.check();
  }
}
