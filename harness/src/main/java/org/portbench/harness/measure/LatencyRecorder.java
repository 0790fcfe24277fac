package org.portbench.harness.measure;

import org.HdrHistogram.Histogram;

/** Latencies of reads and writes, from the intended start to the end of consumption. */
public final class LatencyRecorder {
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final long PS_PER_NS = 1000;

  private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);

  public void record(long startPs, long endPs) {
    histogram.recordValue((endPs - startPs + PS_PER_NS / 2) / PS_PER_NS);
  }

  public void reset() {
    histogram.reset();
  }

  public Histogram histogram() {
    return histogram;
  }
}
