package org.portbench.reports.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/** Bars that belong together, under a name of their own. */
record BarGroup(String name, List<Bar> bars) {

  static Scale linear(List<BarGroup> groups, DoubleFunction<String> label) {
    List<Bar> all = groups.stream().flatMap(group -> group.bars().stream()).toList();
    return BarPanel.linear(all, BarPanel.Layout.GROUPED, label);
  }
}
