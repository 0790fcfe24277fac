package org.portbench.harness.gate.selftest;

import java.util.List;

/** Something that the gate must do. */
interface Check {
  Report run();

  /**
   * What came of a check.
   *
   * @param what was checked, and how often
   * @param failures what the gate did instead; none where it did what it must
   */
  record Report(String what, List<String> failures) {
    public Report {
      failures = List.copyOf(failures);
    }

    boolean passed() {
      return failures.isEmpty();
    }
  }
}
