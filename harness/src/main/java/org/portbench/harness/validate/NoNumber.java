package org.portbench.harness.validate;

/** A quantity that cannot be worked out; the message says why. */
final class NoNumber extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoNumber(String why) {
    super(why);
  }
}
