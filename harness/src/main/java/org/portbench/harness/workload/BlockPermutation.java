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
  private final long[] roundKeys = new long[ROUNDS];
  private final int halfBits;
  private final long halfMask;

  BlockPermutation(long bound, long key) {
    this.bound = bound;
    this.halfBits = (Long.SIZE - Long.numberOfLeadingZeros(bound - 1) + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
    for (int round = 0; round < ROUNDS; round++) {
      roundKeys[round] = RandomStream.mix(key + round);
    }
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
    for (long roundKey : roundKeys) {
      long mixed = left ^ (RandomStream.mix(right + roundKey) & halfMask);
      left = right;
      right = mixed;
    }
    return left << halfBits | right;
  }
}
