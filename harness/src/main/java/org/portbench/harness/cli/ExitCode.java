package org.portbench.harness.cli;

/** What a command ends with. */
final class ExitCode {
  static final int PASSED = 0;

  /** The command line, a file named on it, or a directory that cannot be written. */
  static final int USAGE = 2;

  /** A stored run that cannot be read. */
  static final int UNREADABLE = 4;

  static final int CELL_FAILED = 5;

  /** A mistake of this program's own. */
  static final int INTERNAL = 70;

  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
