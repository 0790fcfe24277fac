package org.portbench.reports.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A title, a line that says how to read it, a legend and panels below each other. Narrow, because a
 * telephone is: at its width letters still have ten pixels.
 */
record Sheet(String title, List<String> reading, List<Key> legend, List<Panel> panels) {
  static final int WIDTH = 440;

  private static final int MARGIN = 8;
  private static final int TITLE_HEIGHT = 24;
  private static final int LINE_HEIGHT = 17;
  private static final int KEY_SIZE = 10;
  private static final int KEY_GAP = 14;
  private static final int PANEL_GAP = 8;

  Sheet numbered(int number, int of) {
    return new Sheet(title + " (" + number + " of " + of + ")", reading, legend, panels);
  }

  Picture picture(String name, String description) {
    return new Picture(name, description, WIDTH, height(), this::draw);
  }

  private int height() {
    int panelsHeight = panels.stream().mapToInt(panel -> panel.height() + PANEL_GAP).sum();
    return headHeight() + panelsHeight + MARGIN;
  }

  private int headHeight() {
    int lines = reading.size() + legendLines().size();
    return MARGIN + TITLE_HEIGHT + lines * LINE_HEIGHT + PANEL_GAP;
  }

  private void draw(Graphics2D graphics) {
    graphics.setColor(Shade.PAPER.color());
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, height()));
    String shown = Lettering.fit(title, Lettering.TITLE, WIDTH - 2 * MARGIN);
    write(graphics, shown, Lettering.TITLE, Shade.INK, MARGIN, MARGIN + 15);
    double baseline = MARGIN + TITLE_HEIGHT + 12;
    for (String line : reading) {
      write(graphics, line, Lettering.SMALL, Shade.FAINT_INK, MARGIN, baseline);
      baseline += LINE_HEIGHT;
    }
    for (List<Key> line : legendLines()) {
      drawKeys(graphics, line, baseline + 2);
      baseline += LINE_HEIGHT;
    }
    double top = headHeight();
    for (Panel panel : panels) {
      panel.draw(graphics, new Rectangle2D.Double(0, top, WIDTH, panel.height()));
      top += panel.height() + PANEL_GAP;
    }
  }

  private static void drawKeys(Graphics2D graphics, List<Key> keys, double baseline) {
    double x = MARGIN;
    for (Key key : keys) {
      graphics.setColor(key.shade().color());
      graphics.fill(new Rectangle2D.Double(x, baseline - KEY_SIZE + 1, KEY_SIZE, KEY_SIZE));
      write(graphics, key.name(), Lettering.SMALL, Shade.INK, x + KEY_SIZE + 4, baseline);
      x += keyWidth(key);
    }
  }

  private List<List<Key>> legendLines() {
    List<List<Key>> lines = new ArrayList<>();
    double used = WIDTH;
    for (Key key : legend) {
      if (used + keyWidth(key) > WIDTH - MARGIN + KEY_GAP) {
        lines.add(new ArrayList<>());
        used = MARGIN;
      }
      lines.getLast().add(key);
      used += keyWidth(key);
    }
    return lines;
  }

  private static double keyWidth(Key key) {
    return KEY_SIZE + 4 + Lettering.width(key.name(), Lettering.SMALL) + KEY_GAP;
  }

  static void write(
      Graphics2D graphics, String text, Font font, Shade shade, double x, double baseline) {
    graphics.setFont(font);
    graphics.setColor(shade.color());
    graphics.drawString(text, (float) x, (float) baseline);
  }
}
