package org.portbench.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.page.Page;
import org.portbench.reports.section.MicroSection;
import org.portbench.results.micro.Scores;

/** The report of how fast portbench itself is: {@code report.md} and {@code report.html}. */
public final class MicroReport {
  private MicroReport() {}

  /**
   * @param facts how, where and when it was measured
   */
  public static void write(Scores scores, Map<String, String> facts, Path directory)
      throws IOException {
    System.setProperty("java.awt.headless", "true");
    Page page = Page.of(MicroSection.TITLE, List.of(new MicroSection(scores, facts)));
    new PageFiles(directory, "report", Palette.of(List.of(), List.of())).write(page, List.of());
  }
}
