package org.portbench.harness.linux.calibrate;

import org.portbench.harness.linux.sys.Usage;

/**
 * CPU time of the measuring thread in some phases of a batch. Others who use the CPU meanwhile do
 * not count; what reading the clock takes, once a phase, does.
 */
final class Watch {
  private long startNs;
  private long totalNs;

  void start() {
    startNs = Usage.threadCpuNs();
  }

  void stop() {
    totalNs += Usage.threadCpuNs() - startNs;
  }

  /** What all phases took, of so many repetitions. */
  double nsPer(double repetitions) {
    return totalNs / repetitions;
  }
}
