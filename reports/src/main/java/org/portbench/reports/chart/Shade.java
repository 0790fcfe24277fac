package org.portbench.reports.chart;

import java.awt.Color;
import java.util.Locale;

/** A colour of a picture, as it is on white paper and on a dark screen. */
public record Shade(int onLight, int onDark) {
  public static final Shade PAPER = new Shade(0xFFFFFF, 0x16191D);
  public static final Shade INK = new Shade(0x23272E, 0xE4E7EB);
  public static final Shade FAINT_INK = new Shade(0x5F6670, 0xA4ACB6);
  public static final Shade GRID = new Shade(0xE2E5E9, 0x333941);
  public static final Shade AXIS = new Shade(0x9CA3AC, 0x68717C);
  public static final Shade ALARM = new Shade(0xB3261E, 0xFF8A80);

  Color color() {
    return new Color(onLight);
  }

  public String lightHex() {
    return hex(onLight);
  }

  public String darkHex() {
    return hex(onDark);
  }

  private static String hex(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
