package org.portbench.harness.workload;

/** The user's own text inside a message that must stay one readable line. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String of(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return "'" + printable(shown) + "'";
  }

  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().map(Quoted::orQuestionMark).forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static int orQuestionMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '?';
      default -> codePoint;
    };
  }
}
