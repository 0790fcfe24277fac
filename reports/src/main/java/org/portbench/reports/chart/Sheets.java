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
    List<Picture> pictures = new ArrayList<>();
    for (int from = 0; from < panels.size(); from += PANELS_PER_PICTURE) {
      int number = pictures.size() + 1;
      if (number > PICTURES) {
        break;
      }
      int to = Math.min(panels.size(), from + PANELS_PER_PICTURE);
      String name = kind + "-" + FileNames.of(machine) + (number > 1 ? "-" + number : "");
      pictures.add(sheet.apply(panels.subList(from, to)).picture(name, description));
    }
    return pictures;
  }
}
