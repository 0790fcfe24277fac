package org.portbench.harness.client;

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
  private final Operation next = new Operation();
  private boolean started;
  private boolean known;
  private long startPs;

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

  /** Whether there is a next operation. */
  boolean hasNext(long nowPs) {
    if (plan.runtimePs() > 0 && nowPs - startPs >= plan.runtimePs()) {
      return false;
    }
    known = known || source.next(next);
    return known && (!next.kind().movesData() || !limit.reached());
  }

  /** The next operation, which stays the next until it is taken. */
  Operation next() {
    return next;
  }

  void take() {
    if (next.kind().movesData()) {
      limit.started();
    }
    known = false;
  }
}
