package org.portbench.harness.client;

import java.util.Optional;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;

/**
 * The operations a client has left, until its source, its time or the cell's limit ends them. Syncs
 * that follow the last read or write belong to it and are still made.
 */
final class Supply {
  private final OperationSource source;
  private final OperationLimit limit;
  private final long runtimePs;
  private Optional<Operation> next = Optional.empty();

  Supply(ClientPlan plan, OperationLimit limit, long seed) {
    this.source = plan.source().apply(seed);
    this.limit = limit;
    this.runtimePs = plan.runtimePs();
  }

  /** The next operation, which stays the next until it is taken. */
  Optional<Operation> peek(long sinceStartPs) {
    if (runtimePs > 0 && sinceStartPs >= runtimePs) {
      return Optional.empty();
    }
    if (next.isEmpty()) {
      next = source.next();
    }
    return next.filter(operation -> !operation.kind().movesData() || !limit.reached());
  }

  void take() {
    if (next.orElseThrow().kind().movesData()) {
      limit.started();
    }
    next = Optional.empty();
  }
}
