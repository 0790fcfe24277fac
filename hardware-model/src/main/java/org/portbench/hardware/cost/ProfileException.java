package org.portbench.hardware.cost;

/** A machine that cannot be used; the message is one line: where, what is wrong, what is right. */
public final class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProfileException(String message) {
    super(message);
  }
}
