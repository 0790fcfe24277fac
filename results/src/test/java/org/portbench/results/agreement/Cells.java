package org.portbench.results.agreement;

import java.util.Optional;

/** Cells to compare. */
final class Cells {
  static final Spot SPOT = new Spot("sink-header", 2, "one CPU", "write", 1);

  private Cells() {}

  /** Measured without any spread. */
  static ComparedCell cell(String strategy, long bytes, long predictedNs, long measuredNs) {
    return cell(strategy, bytes, predictedNs, measuredNs, measuredNs, measuredNs);
  }

  static ComparedCell cell(
      String strategy, long bytes, long predictedNs, long measuredNs, long leastNs, long mostNs) {
    return new ComparedCell(
        SPOT,
        strategy,
        bytes,
        Optional.of(predictedNs),
        Optional.of(predictedNs),
        Optional.of(new Measured(measuredNs, leastNs, mostNs, measuredNs)),
        "");
  }

  static ComparedCell skipped(String strategy, long bytes, long predictedNs) {
    return new ComparedCell(
        SPOT,
        strategy,
        bytes,
        Optional.of(predictedNs),
        Optional.of(predictedNs),
        Optional.empty(),
        "skipped: no O_DIRECT");
  }
}
