package org.portbench.results.gate.replay;

/**
 * What a shared machine adds to the time of a launch, as a share of it. It is quiet or busy, for
 * some launches each; a launch in a busy time loses an exponentially distributed share.
 *
 * @param scatter standard deviation between launches, normally distributed
 * @param drift standard deviation of the step from one launch to the next, of a walk that is pulled
 *     back to its middle
 * @param busyShare of all launches
 * @param busyLaunches mean length of a busy time
 * @param busyLoss mean share that a launch loses in a busy time
 */
public record Noise(
    double scatter, double drift, double busyShare, double busyLaunches, double busyLoss) {

  /** A machine of one's own. */
  public static final Noise QUIET = new Noise(0.01, 0.001, 0, 1, 0);

  /** A runner that others share. */
  public static final Noise SHARED = new Noise(0.035, 0.006, 0.07, 5, 0.1);

  public Noise {
    boolean valid = scatter >= 0 && drift >= 0 && busyShare >= 0 && busyShare < 1 && busyLoss >= 0;
    if (!valid || busyLaunches < 1 || busyShare / (1 - busyShare) > busyLaunches) {
      throw new IllegalArgumentException("no noise");
    }
  }

  /** Of a launch in a quiet time, that the next is in a busy one. */
  double becomesBusy() {
    return busyShare / (1 - busyShare) / busyLaunches;
  }
}
