package org.portbench.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.portbench.reports.chart.Charts;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.chart.Shade;

/**
 * The page's CSS with its typeface, the strategies' colours, and another shade of all in the dark.
 */
record PageStyle(Palette palette) {

  String text() {
    return typeface(false) + typeface(true) + file("report.css") + swatches() + dark();
  }

  private static String typeface(boolean bold) {
    return "@font-face { font-family: Roboto; font-weight: "
        + (bold ? "700" : "400")
        + "; src: url(data:font/ttf;base64,"
        + Base64.getEncoder().encodeToString(Charts.typeface(bold))
        + "); }\n";
  }

  private String swatches() {
    StringBuilder css = new StringBuilder();
    List<Shade> shades = palette.swatches();
    for (int i = 0; i < shades.size(); i++) {
      css.append(".s").append(i).append(" { background: ").append(shades.get(i).lightHex());
      css.append("; print-color-adjust: exact; }\n");
    }
    return css.toString();
  }

  /** Paper stays white: this is for screens. */
  private String dark() {
    StringBuilder css = new StringBuilder("@media screen and (prefers-color-scheme: dark) {\n");
    css.append(file("dark.css"));
    for (Shade shade : palette.shades()) {
      for (String what : List.of("fill", "stroke")) {
        css.append("figure svg [").append(what).append("=\"").append(shade.lightHex());
        css.append("\"] { ").append(what).append(": ").append(shade.darkHex()).append("; }\n");
      }
    }
    List<Shade> shades = palette.swatches();
    for (int i = 0; i < shades.size(); i++) {
      css.append(".s").append(i).append(" { background: ").append(shades.get(i).darkHex());
      css.append("; }\n");
    }
    return css.append("}\n").toString();
  }

  private static String file(String name) {
    try (InputStream css = PageStyle.class.getResourceAsStream(name)) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
