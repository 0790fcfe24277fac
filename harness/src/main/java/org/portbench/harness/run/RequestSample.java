package org.portbench.harness.run;

import java.util.OptionalInt;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;
import org.portbench.harness.workload.Workload;

/**
 * What the first reads and writes of a workload's first clients look like.
 *
 * @param commonBytes the length they all have, if they have one
 */
public record RequestSample(long meanBytes, OptionalInt commonBytes) {
  private static final int CLIENTS = 16;
  private static final int OPERATIONS_OF_EACH = 1_000;

  public static RequestSample of(Workload workload, long seed) {
    long bytes = 0;
    long count = 0;
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    Operation operation = new Operation();
    for (int client = 0; client < Math.min(CLIENTS, workload.clients().size()); client++) {
      OperationSource source = workload.clients().get(client).source().apply(seed + client);
      for (int i = 0; i < OPERATIONS_OF_EACH && source.next(operation); i++) {
        if (operation.kind().movesData()) {
          int length = operation.length();
          bytes += length;
          count++;
          shortest = Math.min(shortest, length);
          longest = Math.max(longest, length);
        }
      }
    }
    boolean common = count > 0 && shortest == longest;
    return new RequestSample(
        bytes / Math.max(1, count), common ? OptionalInt.of(longest) : OptionalInt.empty());
  }
}
