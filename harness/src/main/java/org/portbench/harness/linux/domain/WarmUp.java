package org.portbench.harness.linux.domain;

/**
 * Requests before those that are measured: that many, and the same ones again until so much time
 * has passed that compilers have done their work.
 */
public record WarmUp(int requests, long leastNs) {
  public static final WarmUp NONE = new WarmUp(0, 0);
}
