package org.portbench.harness.workload;

/** How a recorded trace is replayed. */
public enum ReplayMode {
  /** Closed loop: as fast as it goes, in the recorded order of each file. */
  ASAP,
  /** Open loop: every operation at its recorded time. */
  TIMED
}
