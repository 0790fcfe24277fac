package org.portbench.harness.workload;

import java.util.OptionalDouble;

/** In which order the blocks of a region are asked for. */
sealed interface OffsetOrder {

  /** From front to back; reads and writes each keep a place of their own. */
  record Sequential() implements OffsetOrder {}

  /** At random, each block once a pass: fio's random map. */
  record Shuffled() implements OffsetOrder {}

  /** At random and independently: some blocks again, some never. */
  record Uniform() implements OffsetOrder {}

  /**
   * The block of rank k with a probability proportional to k^-theta.
   *
   * @param center where in the region, from 0 to 1, the most popular block lies
   */
  record Zipf(double theta, OptionalDouble center) implements OffsetOrder {}

  /** A share 1 - h of the requests goes to a share h of the blocks, and so on within them. */
  record Pareto(double h, OptionalDouble center) implements OffsetOrder {}
}
