package org.portbench.harness.client;

import org.portbench.harness.measure.LatencyRecorder;
import org.portbench.harness.measure.PayloadCheck;

/** What the clients of a cell have done, noted together. */
public final class Tally {
  private final LatencyRecorder latencies = new LatencyRecorder();
  private final PayloadCheck payload = new PayloadCheck();
  private long operations;
  private long syncs;
  private long bytes;

  public LatencyRecorder latencies() {
    return latencies;
  }

  public PayloadCheck payload() {
    return payload;
  }

  public long operations() {
    return operations;
  }

  public long syncs() {
    return syncs;
  }

  public long bytes() {
    return bytes;
  }

  void moved(int length, long startPs, long endPs) {
    operations++;
    bytes += length;
    latencies.record(startPs, endPs);
  }

  void synced() {
    syncs++;
  }

  /** Forgets what was counted, as when warm-up ends. */
  public void reset() {
    latencies.reset();
    payload.reset();
    operations = 0;
    syncs = 0;
    bytes = 0;
  }
}
