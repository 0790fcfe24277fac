package org.portbench.harness.linux.run;

import java.util.List;

/** On which CPUs the domains of a stack run. */
public enum Placement {
  ONE_CPU,
  ALTERNATING;

  /**
   * @param allowed those that this process may use
   */
  int cpu(int domain, List<Integer> allowed) {
    return this == ONE_CPU ? allowed.getLast() : allowed.get(domain % allowed.size());
  }
}
