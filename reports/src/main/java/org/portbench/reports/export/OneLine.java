package org.portbench.reports.export;

/** Text that has to share a line with others. */
final class OneLine {
  private OneLine() {}

  /** Without line breaks, and with an ellipsis where it is longer than so many characters. */
  static String of(String text, int most) {
    String line = text.stripTrailing().replaceAll("\\R", " ");
    int length = line.codePointCount(0, line.length());
    return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
