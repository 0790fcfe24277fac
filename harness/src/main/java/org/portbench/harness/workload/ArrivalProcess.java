package org.portbench.harness.workload;

/** The gaps between the intended starts of an open loop. */
public sealed interface ArrivalProcess {
  double perSecond();

  /** Evenly spaced. */
  record Constant(double perSecond) implements ArrivalProcess {}

  /** Exponentially distributed gaps: independent arrivals. */
  record Poisson(double perSecond) implements ArrivalProcess {}
}
