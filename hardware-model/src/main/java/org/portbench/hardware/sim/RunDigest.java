package org.portbench.hardware.sim;

/**
 * A running fingerprint of what happened, in order; two runs of one seed end with the same value.
 */
public final class RunDigest {
  private long value = 0x6A09E667F3BCC908L;

  public void add(long event) {
    value = RandomStream.mix(value ^ event) + 0x9E3779B97F4A7C15L;
  }

  public long value() {
    return value;
  }
}
