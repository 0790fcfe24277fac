package org.portbench.harness.probe;

import java.util.Arrays;
import org.portbench.harness.run.WarmCell;
import org.portbench.strategies.MessagingStrategy;

/** As {@link Reads}, but one at a time; what counts is the time that one of a hundred exceeds. */
final class SlowestReads implements Iterations {
  private static final int OF_ITERATION = 10_000;
  private static final int EXCEEDING = 100;

  private final WarmCell cell;
  private final long[] eachNs = new long[OF_ITERATION];

  SlowestReads(MessagingStrategy strategy, long sizeBytes) {
    cell = Reads.cell(strategy, sizeBytes, 1, EXCEEDING);
  }

  @Override
  public int longer() {
    return OF_ITERATION / 400;
  }

  @Override
  public double onceNs() {
    long startNs = System.nanoTime();
    for (int i = 0; i < eachNs.length; i++) {
      cell.run(1);
      long endNs = System.nanoTime();
      eachNs[i] = endNs - startNs;
      startNs = endNs;
    }
    Arrays.sort(eachNs);
    return eachNs[eachNs.length - 1 - EXCEEDING];
  }
}
