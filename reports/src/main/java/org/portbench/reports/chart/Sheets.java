package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.portbench.reports.text.FileNames;

/** Shares the panels of a chart out among pictures that still fit a page. */
final class Sheets {
  private static final int PANELS_PER_PICTURE = 6;
  private static final int PICTURES = 3;

  private Sheets() {}

  static List<Picture> of(
      String kind,
      String machine,
      String description,
      List<Panel> panels,
      Function<List<Panel>, Sheet> sheet) {
    int all = Math.min(PICTURES, (panels.size() + PANELS_PER_PICTURE - 1) / PANELS_PER_PICTURE);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      int from = i * PANELS_PER_PICTURE;
      int to = Math.min(panels.size(), from + PANELS_PER_PICTURE);
      String name = kind + "-" + FileNames.of(machine) + (i > 0 ? "-" + (i + 1) : "");
      Sheet drawn = sheet.apply(panels.subList(from, to));
      pictures.add((all > 1 ? drawn.numbered(i + 1, all) : drawn).picture(name, description));
    }
    return pictures;
  }
}
