package org.portbench.hardware.cost;

/**
 * Where in a profile something stands.
 *
 * @param line 0 where there is no line, only a file or the name of a machine
 */
record ProfilePlace(String file, int line) {
  private static final int LONGEST = 400;

  /** One readable line, whatever text of the user's the message quotes. */
  ProfileException error(String message) {
    String text = (this + ": " + message).replaceAll("[\\p{C}\\p{Z}]", " ").strip();
    return new ProfileException(
        text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...");
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
