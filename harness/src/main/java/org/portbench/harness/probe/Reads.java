package org.portbench.harness.probe;

import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.StackSpec;
import org.portbench.harness.run.WarmCell;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/**
 * Whole modeled reads, each byte of them checked, 32 at a time through two layers in user space on
 * {@code server-2024}.
 */
final class Reads implements Iterations {
  private static final int QUEUE_DEPTH = 32;
  private static final long SEED = 2003;
  private static final long BYTES_OF_ITERATION = 8 << 20;
  private static final long FEWEST_OF_ITERATION = 20;
  private static final long MOST_OF_ITERATION = 400;

  private final WarmCell cell;
  private final long ofIteration;

  Reads(MessagingStrategy strategy, long sizeBytes) {
    ofIteration =
        Math.clamp(BYTES_OF_ITERATION / sizeBytes, FEWEST_OF_ITERATION, MOST_OF_ITERATION);
    cell = cell(strategy, sizeBytes, QUEUE_DEPTH, ofIteration);
  }

  static WarmCell cell(
      MessagingStrategy strategy, long sizeBytes, int queueDepth, long operations) {
    WorkloadOptions options =
        WorkloadOptions.DEFAULT.withQueueDepth(queueDepth).withSizeBytes(sizeBytes);
    Cell cold =
        new Cell(
            MachineProfiles.builtIn("server-2024"),
            StackSpec.PLAIN,
            Workloads.find("randread-4k", options),
            strategy.name(),
            SEED,
            operations);
    return new WarmCell(cold, strategy);
  }

  static MessagingStrategy strategy(String name) {
    return new Strategies(Reads.class.getClassLoader()).create(name);
  }

  /** The mean time of a read. */
  @Override
  public double onceNs() {
    long startNs = System.nanoTime();
    cell.run(ofIteration);
    return (double) (System.nanoTime() - startNs) / ofIteration;
  }
}
