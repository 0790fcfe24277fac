package org.portbench.harness.experiment;

/** An experiment that cannot be run as asked; the message is one line. */
public final class ExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  public ExperimentException(String message) {
    super(oneLine(message));
  }

  /** Whatever text of the user's a message quotes, it stays one readable line. */
  public static String oneLine(String text) {
    String line = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
