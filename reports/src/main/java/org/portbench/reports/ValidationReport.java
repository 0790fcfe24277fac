package org.portbench.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.portbench.reports.chart.Charts;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.page.Page;
import org.portbench.reports.section.DrawnChart;
import org.portbench.reports.section.TiersSection;
import org.portbench.reports.section.ValidationSection;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ComparedCell;
import org.portbench.results.validation.Validation;

/**
 * The report of a validation: {@code validate.md}, {@code validate.html} and its pictures. The same
 * validation yields the same bytes.
 */
public final class ValidationReport {
  private ValidationReport() {}

  public static void write(Validation validation, Path directory) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Palette palette = Palette.of(List.of(), List.of());
    List<DrawnChart> charts =
        Charts.drawable()
            ? List.of(DrawnChart.of(Charts.agreement(validation, palette)))
            : List.of();
    Page page =
        Page.of(ValidationSection.TITLE, List.of(new ValidationSection(validation, charts)));
    new PageFiles(directory, "validate", palette).write(page, charts);
  }

  /** The same of a model held against the machine that it was calibrated to. */
  public static void write(Agreement agreement, Path directory) throws IOException {
    System.setProperty("java.awt.headless", "true");
    List<String> strategies =
        agreement.cells().stream().map(ComparedCell::strategy).distinct().toList();
    Palette palette = Palette.of(strategies, List.of());
    List<DrawnChart> charts =
        Charts.drawable() ? List.of(DrawnChart.of(Charts.tiers(agreement, palette))) : List.of();
    Page page = Page.of(TiersSection.TITLE, List.of(new TiersSection(agreement, charts)));
    new PageFiles(directory, "validate", palette).write(page, charts);
  }
}
