package org.portbench.harness.linux.run;

/** A stack of domains that no longer works; the message says which of them, and why. */
final class ChainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChainException(String message) {
    super(message);
  }
}
