package org.portbench.harness.workload;

import java.util.Optional;

/** A sync after every so many writes; 0 for never. Where both are due, the full sync is made. */
record SyncRule(long writesPerSync, long writesPerDataSync) {
  static final SyncRule NEVER = new SyncRule(0, 0);

  Optional<Operation.Kind> dueAfter(long writes) {
    if (writesPerSync > 0 && writes % writesPerSync == 0) {
      return Optional.of(Operation.Kind.SYNC);
    }
    if (writesPerDataSync > 0 && writes % writesPerDataSync == 0) {
      return Optional.of(Operation.Kind.DATA_SYNC);
    }
    return Optional.empty();
  }
}
