package org.portbench.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Bars in groups, each group with its name at its first bar and a gap behind it. */
record GroupedBarPanel(String heading, List<BarGroup> groups, Scale scale) implements Panel {
  private static final Bar GAP = new Bar("", List.of(), "", Shade.INK);
  private static final double GROUP_NAMES_WIDTH = 78;

  private BarPanel bars() {
    List<Bar> rows = new ArrayList<>();
    for (BarGroup group : groups) {
      if (!rows.isEmpty()) {
        rows.add(GAP);
      }
      rows.addAll(group.bars());
    }
    return new BarPanel(heading, rows, scale, OptionalDouble.empty(), BarPanel.Layout.GROUPED);
  }

  @Override
  public int height() {
    return bars().height();
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    bars().draw(graphics, area);
    int row = 0;
    for (BarGroup group : groups) {
      String name = Lettering.fit(group.name(), Lettering.SMALL, GROUP_NAMES_WIDTH);
      double baseline = area.getY() + BarPanel.baseline(row, BarPanel.Layout.GROUPED);
      Sheet.write(graphics, name, Lettering.SMALL, Shade.INK, 8, baseline);
      row += group.bars().size() + 1;
    }
  }
}
