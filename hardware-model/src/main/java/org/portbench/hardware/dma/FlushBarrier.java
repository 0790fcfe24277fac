package org.portbench.hardware.dma;

import java.util.ArrayDeque;

/**
 * Holds flushes back until the writes that were fetched before them are done. A later flush waits
 * for at least what an earlier one still waits for, so they leave in the order in which they came.
 */
final class FlushBarrier {
  private final ArrayDeque<Command> flushes = new ArrayDeque<>();
  private int openWrites;

  void writeBegins() {
    openWrites++;
  }

  void writeEnds(Command write) {
    openWrites--;
    for (Command flush : flushes) {
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
    return !flushes.isEmpty() && flushes.element().writesAhead == 0;
  }

  Command release() {
    return flushes.remove();
  }
}
