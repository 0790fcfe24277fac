package org.portbench.harness.client;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.portbench.harness.workload.Operation;

/** Keeps the recorded order within each file, where a replay asks for it. */
final class FileOrder {
  private final boolean kept;
  private final Map<Integer, Integer> underWay = new HashMap<>();
  private final ArrayDeque<Runnable> parked = new ArrayDeque<>();

  FileOrder(boolean kept) {
    this.kept = kept;
  }

  /** Whether an earlier operation on the same file has not ended yet. */
  boolean blocks(Operation operation) {
    return kept && underWay.getOrDefault(operation.file(), 0) > 0;
  }

  void park(Runnable retry) {
    parked.add(retry);
  }

  void begin(Operation operation) {
    underWay.merge(operation.file(), 1, Integer::sum);
  }

  void end(Operation operation) {
    underWay.merge(operation.file(), -1, Integer::sum);
    while (!parked.isEmpty()) {
      parked.remove().run();
    }
  }
}
