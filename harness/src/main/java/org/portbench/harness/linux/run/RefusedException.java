package org.portbench.harness.linux.run;

/** The kernel, or the rights of this process, do not allow a cell; the message says what. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
