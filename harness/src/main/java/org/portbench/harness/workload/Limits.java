package org.portbench.harness.workload;

/** The largest numbers a workload may name: beyond them a typing error is likelier than a wish. */
final class Limits {
  static final int REQUEST_BYTES = 64 << 20;
  static final long FOOTPRINT_BYTES = 1L << 40;
  static final long TRAFFIC_BYTES = 1L << 50;
  static final int FILES = 65_536;
  static final int CLIENTS = 4_096;
  static final int QUEUE_DEPTH = 65_536;
  static final int TRACE_OPERATIONS = 8 << 20;
  static final long PS_PER_US = 1_000_000L;
  static final long US_PER_SECOND = 1_000_000L;
  static final long TIME_US = 30L * 24 * 3_600 * US_PER_SECOND;

  private Limits() {}
}
