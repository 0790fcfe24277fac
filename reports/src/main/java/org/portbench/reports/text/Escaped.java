package org.portbench.reports.text;

/** Text that stays text inside markup, whatever somebody wrote. */
public final class Escaped {
  private Escaped() {}

  /** What XML and HTML can hold; the rest becomes the sign for an unreadable character. */
  public static String readable(String text) {
    return text.codePoints()
        .map(Escaped::writable)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** For HTML, XHTML and SVG, in elements and in quoted attributes. */
  public static String xml(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(writable(c));
          }
        });
    return safe.toString();
  }

  /** For Markdown that is rendered to HTML, table cells included. */
  public static String markdown(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .map(Escaped::writable)
        .map(c -> c == '\n' || c == '\t' ? ' ' : c)
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!' ->
                safe.append('\\').appendCodePoint(c);
            default -> safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  /** What XML may not contain at all becomes the sign for an unreadable character. */
  private static int writable(int c) {
    boolean allowed =
        c == '\n'
            || c == '\t'
            || (c >= 0x20 && c < 0xD800)
            || (c > 0xDFFF && c < 0xFFFE)
            || c > 0xFFFF;
    return allowed && !(c >= 0x7F && c < 0xA0) ? c : 0xFFFD;
  }
}
