package org.portbench.reports.chart;

import java.util.List;

/**
 * A kind of chart, about one machine or all. It yields no picture where there is nothing to show,
 * and several where one would be too long.
 */
public interface Chart {
  /** How to read them. */
  String reading();

  List<Picture> pictures();
}
