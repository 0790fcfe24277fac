package org.portbench.reports.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.portbench.reports.text.Escaped;

/** Writes elements that are always closed and text that is always escaped. */
final class Markup {
  private static final List<String> BLOCKS =
      List.of(
          "table", "thead", "tbody", "tr", "ul", "details", "section", "nav", "main", "head",
          "body");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values in turn
   */
  Markup open(String tag, String... attributes) {
    start(tag, attributes).out.append('>').append(BLOCKS.contains(tag) ? "\n" : "");
    open.push(tag);
    return this;
  }

  Markup close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    out.append(open.isEmpty() || BLOCKS.contains(open.peek()) ? "\n" : "");
    return this;
  }

  Markup empty(String tag, String... attributes) {
    start(tag, attributes).out.append(" />");
    return this;
  }

  Markup text(String text) {
    out.append(Escaped.xml(text));
    return this;
  }

  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Markup that this program made itself. */
  Markup own(String markup) {
    out.append(markup);
    return this;
  }

  private Markup start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(Escaped.xml(attributes[i + 1])).append('"');
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
