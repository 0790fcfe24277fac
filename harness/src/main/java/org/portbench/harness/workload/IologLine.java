package org.portbench.harness.workload;

import java.util.StringTokenizer;

/** The fields of one line of an iolog. Reused from line to line, since traces are long. */
final class IologLine {
  private static final int MOST_FIELDS = 5;

  private final String[] fields = new String[MOST_FIELDS];
  private final int stamped;
  private Place place;
  private int count;

  /**
   * @param stamped whether each line begins with a time
   */
  IologLine(boolean stamped) {
    this.stamped = stamped ? 1 : 0;
  }

  void split(TextLines.Line line) {
    place = line.place();
    if (!line.ended()) {
      throw place.error(
          "the file is cut: its last line, " + Quoted.of(line.text()) + ", has no end");
    }
    StringTokenizer tokens = new StringTokenizer(line.text(), " \t");
    int found = tokens.countTokens();
    count = found - stamped;
    if (count != 2 && count != 4) {
      throw place.error(
          found
              + " fields in "
              + Quoted.of(line.text())
              + "; write '"
              + (stamped == 1 ? "time " : "")
              + "file action', or the same with an offset and a length");
    }
    for (int i = 0; i < found; i++) {
      fields[i] = tokens.nextToken();
    }
  }

  Place place() {
    return place;
  }

  boolean isOperation() {
    return count == 4;
  }

  long time() {
    return number("time", fields[0]);
  }

  String file() {
    return fields[stamped];
  }

  String action() {
    return fields[stamped + 1];
  }

  long offset() {
    return number("offset", fields[stamped + 2]);
  }

  long length() {
    return number("length", fields[stamped + 3]);
  }

  private long number(String what, String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw place.error(what + " " + Quoted.of(text) + " is not a whole number from 0");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw place.error(what + " " + Quoted.of(text) + " is too large");
    }
  }
}
