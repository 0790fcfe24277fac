package org.portbench.results.gate;

/**
 * A build that cannot be launched, or fails at what is measured; the message says which and why.
 */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean lacking;

  /**
   * @param lacking whether the build has not even got what is measured
   */
  public LaunchException(String message, boolean lacking) {
    super(message);
    this.lacking = lacking;
  }

  /** Why nothing is concluded. */
  public Doubt doubt() {
    return lacking ? new Doubt.Lacking(getMessage()) : new Doubt.Failed(getMessage());
  }
}
