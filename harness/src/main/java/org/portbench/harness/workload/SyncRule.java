package org.portbench.harness.workload;

/** A sync after every so many writes; 0 for never. Where both are due, the full sync is made. */
record SyncRule(long writesPerSync, long writesPerDataSync) {
  static final SyncRule NEVER = new SyncRule(0, 0);

  boolean dueAfter(long writes) {
    return due(writes, writesPerSync) || due(writes, writesPerDataSync);
  }

  /** Which one is due. */
  Operation.Kind kindAfter(long writes) {
    return due(writes, writesPerSync) ? Operation.Kind.SYNC : Operation.Kind.DATA_SYNC;
  }

  private static boolean due(long writes, long each) {
    return each > 0 && writes % each == 0;
  }
}
