package org.portbench.hardware.dma;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds flushes back until the writes that were fetched before them are done. A later flush waits
 * for at least what an earlier one still waits for, so they leave in the order in which they came.
 */
final class FlushBarrier {
  private final List<Command> flushes = new ArrayList<>();
  private int openWrites;

  void writeBegins() {
    openWrites++;
  }

  void writeEnds(Command write) {
    openWrites--;
    for (int i = 0; i < flushes.size(); i++) {
      Command flush = flushes.get(i);
      if (write.fetchOrder < flush.fetchOrder) {
        flush.writesAhead--;
      }
    }
  }

  void hold(Command flush) {
    flush.writesAhead = openWrites;
    flushes.add(flush);
  }

  /** Whether a flush can go. */
  boolean open() {
    return !flushes.isEmpty() && flushes.getFirst().writesAhead == 0;
  }

  Command release() {
    return flushes.removeFirst();
  }
}
