package org.portbench.harness.linux.calibrate;

/**
 * Measures one quantity, a batch at a time. The loop lies in the batch, so that each is compiled
 * for itself.
 */
record Probe(Quantity quantity, Batch batch) {

  /** One batch. */
  interface Batch {
    /** What a repetition took, in the quantity's unit. */
    double run();
  }
}
