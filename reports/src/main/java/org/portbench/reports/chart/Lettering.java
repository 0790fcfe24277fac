package org.portbench.reports.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The letters of charts: their sizes, how wide a text is, and where it must be cut. */
final class Lettering {
  /** What a viewer without the typeface may use: its letters are about as wide. */
  static final String FAMILY = "Roboto, Arial, Helvetica, sans-serif";

  private static final Typeface TYPEFACE = Typeface.load().orElseThrow();

  static final Font TITLE = TYPEFACE.bold().deriveFont(16f);
  static final Font HEADING = TYPEFACE.bold().deriveFont(13f);
  static final Font SMALL = TYPEFACE.regular().deriveFont(12f);

  private static final FontRenderContext UNSCALED = new FontRenderContext(null, true, true);

  private Lettering() {}

  static double width(String text, Font font) {
    return font.getStringBounds(text, UNSCALED).getWidth();
  }

  /** The text, cut in its middle where it is too wide: names differ at their ends. */
  static String fit(String text, Font font, double width) {
    if (width(text, font) <= width) {
      return text;
    }
    int kept = text.length();
    String cut = text;
    while (kept > 2 && width(cut, font) > width) {
      kept--;
      cut = text.substring(0, (kept + 1) / 2) + "…" + text.substring(text.length() - kept / 2);
    }
    return cut;
  }
}
