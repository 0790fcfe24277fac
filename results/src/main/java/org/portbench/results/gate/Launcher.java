package org.portbench.results.gate;

/** Launches a build in a JVM of its own: one launch is one observation. */
@FunctionalInterface
public interface Launcher {

  /**
   * @throws LaunchException if the build does not do what is measured
   * @return the fastest iteration after warm-up; finite and above 0
   */
  double launch(Side side);

  /** The base on both sides. */
  default Launcher againstItself() {
    return _ -> launch(Side.BASE);
  }
}
