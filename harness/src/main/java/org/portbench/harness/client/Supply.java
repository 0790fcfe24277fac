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
  private final ClientPlan plan;
  private boolean started;
  private long startPs;
  private Optional<Operation> next = Optional.empty();

  Supply(ClientPlan plan, OperationLimit limit, long seed) {
    this.source = plan.source().apply(seed);
    this.limit = limit;
    this.plan = plan;
  }

  /** When the client starts, or has started; its runtime and recorded times count from then. */
  long start(long nowPs) {
    if (!started) {
      started = true;
      startPs = Math.addExact(nowPs, plan.startDelayPs());
    }
    return startPs;
  }

  /** The next operation, which stays the next until it is taken. */
  Optional<Operation> peek(long nowPs) {
    if (plan.runtimePs() > 0 && nowPs - startPs >= plan.runtimePs()) {
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
