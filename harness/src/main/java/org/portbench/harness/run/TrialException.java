package org.portbench.harness.run;

/** A cell that cannot be run as asked; the message is one line. */
public final class TrialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TrialException(String message) {
    super(message);
  }
}
