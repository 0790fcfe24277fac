package org.portbench.hardware.sim;

/**
 * A named, seeded source of chance. Streams of one seed are independent by name, so that adding a
 * consumer changes nothing for the others. SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
 */
public final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public RandomStream(long seed, String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    this.state = mix(seed) ^ hash;
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, bound); the bias is below bound / 2^64. */
  public long below(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive: " + bound);
    }
    return Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Exponential with the given mean; at least 1. */
  public long exponential(double mean) {
    return Math.max(1, (long) (-mean * StrictMath.log(1.0 - nextDouble())));
  }

  /** SplitMix64's finalizer: a fixed, well-mixed function of its argument. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
