package org.portbench.harness.client;

import java.util.Arrays;
import org.portbench.harness.workload.Operation;

/** Keeps the recorded order within each file, where a replay asks for it. */
final class FileOrder {
  private final boolean kept;
  private final Runnable retry;
  private int[] underWay = new int[0];
  private int parked;

  /**
   * @param retry tries once more what was blocked
   */
  FileOrder(boolean kept, Runnable retry) {
    this.kept = kept;
    this.retry = retry;
  }

  /** Whether an earlier operation on the same file has not ended yet; it is tried again then. */
  boolean blocks(Operation operation) {
    int file = operation.file();
    boolean blocked = kept && file < underWay.length && underWay[file] > 0;
    parked += blocked ? 1 : 0;
    return blocked;
  }

  void begin(Operation operation) {
    if (kept) {
      int file = operation.file();
      if (file >= underWay.length) {
        underWay = Arrays.copyOf(underWay, 2 * file + 1);
      }
      underWay[file]++;
    }
  }

  void end(Operation operation) {
    if (kept) {
      underWay[operation.file()]--;
      for (; parked > 0; parked--) {
        retry.run();
      }
    }
  }
}
