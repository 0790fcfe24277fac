package org.portbench.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.chart.Shade;
import org.portbench.results.Evidence;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetResult;
import org.portbench.results.validation.TargetUnit;
import org.portbench.results.validation.Validation;

class ValidationReportTest {
  private static final Pattern COLOUR = Pattern.compile("(?:fill|stroke)=\"([^\"]*)\"");

  @TempDir Path directory;

  @Test
  void thePageHasEveryFigure_metOrNot_withItsReason() throws IOException {
    ValidationReport.write(some(), directory);
    String page = Files.readString(directory.resolve("validate.md"));
    assertTrue(
        page.contains(
            "1 of 4 published figures are met. The median error is 50.00 %, the worst 50.00 %."
                + " For 1 more the model has no number at all."),
        page);
    for (TargetResult target : some().targets()) {
      assertTrue(page.contains("**" + target.id() + "**"), target.id());
      assertTrue(page.contains(target.explanation()), target.id());
    }
    assertTrue(page.contains("| 1.00 µs | 1.02 µs | +2.00 % | 15 % | composition |"), page);
    assertTrue(page.contains("| more | less | wrong | right or wrong | sign |"), page);
    assertTrue(page.contains("| 8 KiB | – | – | half to twice | prediction |"), page);
    String html = Files.readString(directory.resolve("validate.html"));
    assertTrue(html.contains("<svg"), "the chart is in the page");
  }

  @Test
  void theChartShowsFiguresWithAnError_inKnownColours() throws IOException {
    ValidationReport.write(some(), directory);
    String svg = Files.readString(directory.resolve("charts/validation-model.svg"));
    assertTrue(svg.contains(">near<") && svg.contains(">×1.02<"), svg);
    assertTrue(svg.contains(">far<") && svg.contains(">×0.50<"), svg);
    assertFalse(svg.contains(">side<") || svg.contains(">none<"), svg);
    Set<String> known =
        Palette.of(List.of(), List.of()).shades().stream()
            .map(Shade::lightHex)
            .collect(Collectors.toSet());
    known.add("none");
    List<String> used = new ArrayList<>();
    COLOUR.matcher(svg).results().forEach(found -> used.add(found.group(1)));
    used.removeAll(known);
    assertEquals(List.of(), used);
  }

  @Test
  void theSameValidation_isTheSameBytes() throws IOException {
    ValidationReport.write(some(), directory.resolve("a"));
    ValidationReport.write(some(), directory.resolve("b"));
    for (String file : List.of("validate.md", "validate.html", "charts/validation-model.svg")) {
      assertEquals(
          Files.readString(directory.resolve("a").resolve(file)),
          Files.readString(directory.resolve("b").resolve(file)));
    }
  }

  /** Errors of 2 and 50 %, and one without a number: the median is 50. */
  private static Validation some() {
    return new Validation(
        List.of(
            target("near", TargetKind.COMPOSITION, TargetUnit.TIME, 1000, OptionalLong.of(1020)),
            target("far", TargetKind.PREDICTION, TargetUnit.RATIO, 2000, OptionalLong.of(1000)),
            target("none", TargetKind.PREDICTION, TargetUnit.SIZE, 8192, OptionalLong.empty()),
            target("side", TargetKind.SIGN, TargetUnit.SIGN, 1, OptionalLong.of(-1)),
            target("shown", TargetKind.UNPREDICTABLE, TargetUnit.RATIO, 10, OptionalLong.of(9))));
  }

  private static TargetResult target(
      String id, TargetKind kind, TargetUnit unit, long expected, OptionalLong predicted) {
    return new TargetResult(
        id,
        "a table",
        List.of("pc-2003"),
        "Somebody 1999",
        kind,
        false,
        "cpuNsPerOperation(a)",
        unit,
        expected,
        predicted,
        "Why " + id + ".",
        List.of(new Evidence("cell", "cpuNsPerOperation", 7)));
  }
}
