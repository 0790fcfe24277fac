package org.portbench.reports.section;

import java.util.List;
import org.portbench.reports.chart.Chart;
import org.portbench.reports.chart.Picture;
import org.portbench.reports.chart.SvgPicture;
import org.portbench.reports.page.Block;

/** A chart with its pictures drawn once, for the page and for files. */
public record DrawnChart(String machine, String reading, List<Drawing> drawings) {

  public record Drawing(Picture picture, String svg) {}

  public static DrawnChart of(String machine, Chart chart) {
    return new DrawnChart(
        machine,
        chart.reading(),
        chart.pictures().parallelStream()
            .map(picture -> new Drawing(picture, new SvgPicture(picture).text()))
            .toList());
  }

  public List<Block.Figure> figures() {
    return drawings.stream()
        .map(drawing ->
            new Block.Figure(
                drawing.picture().name(), drawing.picture().description(), reading, drawing.svg()))
        .toList();
  }
}
