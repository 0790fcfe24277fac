package org.portbench.harness.experiment;

import org.portbench.harness.run.RequestSample;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;
import org.portbench.harness.workload.Workload;

/**
 * How many reads and writes a cell measures where nobody says. What ends by itself is measured
 * whole, up to a limit. Of what does not end there are enough for a percentile, of which 100
 * operations must exceed it: the 99th where requests are small, the 90th or the median where they
 * are larger.
 */
final class DefaultOperations {
  static final long MOST_OF_FINITE = 100_000;
  private static final long SMALL_BYTES = 16 << 10;
  private static final long MEDIUM_BYTES = 64 << 10;

  private DefaultOperations() {}

  static long of(Workload workload, long seed) {
    if (workload.finite()) {
      return Math.max(1, count(workload, seed));
    }
    long bytes = RequestSample.of(workload, seed).meanBytes();
    return bytes <= SMALL_BYTES ? 10_000 : bytes <= MEDIUM_BYTES ? 1_000 : 200;
  }

  private static long count(Workload workload, long seed) {
    long count = 0;
    Operation operation = new Operation();
    for (int client = 0; client < workload.clients().size(); client++) {
      OperationSource source = workload.clients().get(client).source().apply(seed + client);
      while (count < MOST_OF_FINITE && source.next(operation)) {
        count += operation.kind().movesData() ? 1 : 0;
      }
    }
    return count;
  }
}
