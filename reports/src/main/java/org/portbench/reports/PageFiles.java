package org.portbench.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.chart.PngPicture;
import org.portbench.reports.page.HtmlPage;
import org.portbench.reports.page.MarkdownPage;
import org.portbench.reports.page.Page;
import org.portbench.reports.section.DrawnChart;
import org.portbench.reports.section.DrawnChart.Drawing;

/**
 * A page's files: Markdown, HTML, and the pictures in {@code charts}.
 *
 * @param name of the page's own files, without the endings
 */
record PageFiles(Path directory, String name, Palette palette) {

  void write(Page page, List<DrawnChart> charts) throws IOException {
    Files.createDirectories(directory);
    writeText(directory.resolve(name + ".md"), new MarkdownPage(page).text());
    writeText(
        directory.resolve(name + ".html"),
        new HtmlPage(page, new PageStyle(palette).text()).text());
    Path pictures = Files.createDirectories(directory.resolve("charts"));
    List<Drawing> drawings = charts.stream().flatMap(chart -> chart.drawings().stream()).toList();
    List<byte[]> pngs =
        drawings.parallelStream().map(d -> new PngPicture(d.picture()).bytes()).toList();
    for (int i = 0; i < drawings.size(); i++) {
      String picture = drawings.get(i).picture().name();
      writeText(pictures.resolve(picture + ".svg"), drawings.get(i).svg());
      Files.write(pictures.resolve(picture + ".png"), pngs.get(i));
    }
  }

  private static void writeText(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
