package org.portbench.harness.vfs;

import org.portbench.hardware.sim.RandomStream;

/**
 * What layers look at, and of which requests: of so many percent of them, drawn from the seed, so
 * that all layers look at the same.
 */
public record Touching(Touch touch, int sharePercent, long seed) {

  /** Of every request. */
  public static Touching always(Touch touch) {
    return new Touching(touch, 100, 0);
  }

  Touch of(long requestId) {
    if (touch == Touch.NOTHING || sharePercent == 100) {
      return touch;
    }
    long drawn = RandomStream.mix(RandomStream.mix(seed) ^ requestId);
    return Math.unsignedMultiplyHigh(drawn, 100) < sharePercent ? touch : Touch.NOTHING;
  }
}
