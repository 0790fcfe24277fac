package org.portbench.harness.linux.run;

import org.portbench.harness.linux.domain.WarmUp;

/**
 * How many requests a cell makes where nobody says: enough for a median that stands still, and
 * before that enough for the hop code to be compiled.
 */
final class CellLengths {
  private static final int SMALL_BYTES = 16 << 10;
  private static final int MEDIUM_BYTES = 128 << 10;
  private static final int LARGE_BYTES = 1 << 20;

  private static final long FIRST_NS = 300_000_000;

  private CellLengths() {}

  /** Measured in each repetition. */
  static int measured(int bytes) {
    return bytes <= SMALL_BYTES
        ? 600
        : bytes <= MEDIUM_BYTES ? 300 : bytes <= LARGE_BYTES ? 60 : 12;
  }

  /** Before the first cell of its kind: what its hops do is compiled meanwhile. */
  static WarmUp firstWarmUp(int bytes) {
    int requests =
        bytes <= SMALL_BYTES
            ? 1500
            : bytes <= MEDIUM_BYTES ? 1000 : bytes <= LARGE_BYTES ? 200 : 20;
    return new WarmUp(requests, FIRST_NS);
  }

  /** Before each other repetition. */
  static WarmUp warmUp(int bytes) {
    int requests =
        bytes <= SMALL_BYTES ? 100 : bytes <= MEDIUM_BYTES ? 50 : bytes <= LARGE_BYTES ? 10 : 3;
    return new WarmUp(requests, 0);
  }
}
