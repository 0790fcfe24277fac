package org.portbench.results.gate;

/** Which way a metric is worse. */
public enum Direction {
  SMALLER_IS_BETTER,
  LARGER_IS_BETTER
}
