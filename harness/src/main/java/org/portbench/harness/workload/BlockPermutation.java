package org.portbench.harness.workload;

import org.portbench.hardware.sim.RandomStream;

/**
 * A random order of the numbers below a bound that takes no memory: a Feistel network over the next
 * power of four, walked along its cycles until it is back below the bound (Black and Rogaway,
 * "Ciphers with arbitrary finite domains", CT-RSA 2002).
 */
final class BlockPermutation {
  private static final int ROUNDS = 4;

  private final long bound;
  private final long key;
  private final int halfBits;
  private final long halfMask;

  BlockPermutation(long bound, long key) {
    this.bound = bound;
    this.key = key;
    this.halfBits = (Long.SIZE - Long.numberOfLeadingZeros(bound - 1) + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
  }

  long at(long index) {
    long value = encipher(index);
    while (value >= bound) {
      value = encipher(value);
    }
    return value;
  }

  private long encipher(long value) {
    long left = value >>> halfBits;
    long right = value & halfMask;
    for (int round = 0; round < ROUNDS; round++) {
      long mixed = left ^ (RandomStream.mix(right + RandomStream.mix(key + round)) & halfMask);
      left = right;
      right = mixed;
    }
    return left << halfBits | right;
  }
}
