package org.portbench.harness.workload;

/**
 * When a client has asked for enough: after {@code loops} times {@code bytesPerLoop}, or after
 * {@code operations} reads and writes.
 *
 * @param rereads whether the region is begun again when it has been gone through before the bytes
 *     are reached; otherwise that ends the loop too
 */
record Budget(long bytesPerLoop, boolean rereads, long loops, long operations) {
  static final Budget ENDLESS = new Budget(Long.MAX_VALUE, true, 1, Long.MAX_VALUE);
}
