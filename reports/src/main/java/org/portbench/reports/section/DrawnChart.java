package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.chart.Chart;
import org.portbench.reports.chart.Picture;
import org.portbench.reports.chart.SvgPicture;
import org.portbench.reports.page.Block;

/** A chart with its pictures drawn once, for the page and for files. */
public record DrawnChart(String reading, List<Drawing> drawings) {
  public record Drawing(Picture picture, String svg) {}

  public static DrawnChart of(Chart chart) {
    return new DrawnChart(
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

  /** The first picture of each, and the others folded away. */
  static List<Block> blocks(List<DrawnChart> charts, String titleOfOthers, String anchor) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Figure> first =
        charts.stream().flatMap(chart -> chart.figures().stream().limit(1)).toList();
    List<Block.Figure> others =
        charts.stream().flatMap(chart -> chart.figures().stream().skip(1)).toList();
    if (!first.isEmpty()) {
      blocks.add(new Block.Figures(first));
    }
    if (!others.isEmpty()) {
      blocks.add(
          new Block.Fold(
              new Block.Heading(3, titleOfOthers, anchor), List.of(new Block.Figures(others))));
    }
    return blocks;
  }
}
