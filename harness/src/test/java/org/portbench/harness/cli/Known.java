package org.portbench.harness.cli;

import org.portbench.strategies.Strategies;

/** What the command line knows without being told. */
final class Known {
  private Known() {}

  static int strategies() {
    return new Strategies(Known.class.getClassLoader()).all().size();
  }
}
