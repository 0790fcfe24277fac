package org.portbench.harness.gate.selftest;

import java.util.List;

/** The command line, called within this process. */
public interface Portbench {
  Answer run(List<String> arguments);

  /**
   * What a command ended with, and said.
   *
   * @param err what it said on standard error
   */
  record Answer(int exitCode, String err) {}
}
