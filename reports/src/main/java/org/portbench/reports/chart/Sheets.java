package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.portbench.reports.text.FileNames;

/** Shares the panels of a chart out among pictures that still fit a page. */
final class Sheets {
  private static final int HEIGHT = 1500;
  private static final int PICTURES = 3;

  private Sheets() {}

  static List<Picture> of(
      String kind,
      String machine,
      String description,
      List<Panel> panels,
      Function<List<Panel>, Sheet> sheet) {
    List<List<Panel>> shared = shared(panels);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      String name = FileNames.of(kind + "-" + machine) + (i > 0 ? "-" + (i + 1) : "");
      Sheet drawn = sheet.apply(shared.get(i));
      pictures.add(
          (shared.size() > 1 ? drawn.numbered(i + 1, shared.size()) : drawn)
              .picture(name, description));
    }
    return pictures;
  }

  private static List<List<Panel>> shared(List<Panel> panels) {
    List<List<Panel>> shared = new ArrayList<>();
    int height = HEIGHT;
    for (Panel panel : panels) {
      if (height + panel.height() > HEIGHT) {
        shared.add(new ArrayList<>());
        height = 0;
      }
      shared.getLast().add(panel);
      height += panel.height();
    }
    return shared.subList(0, Math.min(PICTURES, shared.size()));
  }
}
