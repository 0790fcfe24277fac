package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.page.Tone;
import org.portbench.reports.text.AgreementWords;
import org.portbench.reports.text.FileNames;
import org.portbench.reports.text.Quantities;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ClaimCheck;
import org.portbench.results.agreement.ComparedCell;
import org.portbench.results.agreement.Crossing;
import org.portbench.results.agreement.Measured;

/** How far the model is from this machine: where they disagree, claims, crossovers, all cells. */
public record TiersSection(Agreement agreement, List<DrawnChart> charts) implements Section {
  public static final String TITLE = "The model against this machine";

  @Override
  public List<Block> render() {
    AgreementWords words = new AgreementWords(agreement);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, TITLE, "top"));
    blocks.add(new Block.Lead(Inline.text(words.answer())));
    List<String> disagreements = words.disagreements();
    if (!disagreements.isEmpty()) {
      blocks.add(
          new Block.Alert(
              Tone.BAD,
              "Where model and machine disagree",
              disagreements.stream().map(Inline::text).toList()));
    }
    blocks.add(new Block.Bullets(agreement.notes().stream().map(Inline::text).toList()));
    List<ClaimCheck> checks = ClaimCheck.of(agreement);
    if (!checks.isEmpty()) {
      blocks.add(new Block.Heading(2, "The claims of 2003, in CPU time", "claims"));
      blocks.add(claims(checks));
    }
    List<Block.Figure> figures =
        charts.stream().flatMap(chart -> chart.figures().stream()).toList();
    if (!figures.isEmpty()) {
      blocks.add(new Block.Figures(figures));
    }
    if (!agreement.crossings().isEmpty()) {
      blocks.add(new Block.Heading(2, "Crossovers", "crossovers"));
      blocks.add(crossovers());
    }
    agreement
        .bySpot()
        .forEach((spot, cells) -> {
          blocks.add(new Block.Heading(2, spot.words(), FileNames.of(spot.words())));
          blocks.add(
              new Block.Paragraph(
                  Inline.text(
                      "Median error %s; Kendall's tau %s."
                          .formatted(
                              AgreementWords.percent(
                                  Agreement.medianError(cells, ComparedCell::errorPercent)),
                              AgreementWords.tau(agreement.ranksBySpot().get(spot))))));
          blocks.add(cells(cells));
        });
    return blocks;
  }

  private static Table claims(List<ClaimCheck> checks) {
    List<Table.Column> columns =
        List.of(
            Table.Column.words("Claim"),
            Table.Column.words("Where"),
            Table.Column.words("In the model"),
            Table.Column.words("On this machine"),
            Table.Column.words(""));
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (ClaimCheck check : checks) {
      rows.add(
          List.of(
              new Table.Cell(
                  List.of(
                      List.of(new Inline.Strong(check.id())),
                      Inline.text(check.says()),
                      List.of(
                          new Inline.Aside(
                              "%s %s %s of %s"
                                  .formatted(
                                      check.first(),
                                      check.above() ? "above" : "at most",
                                      Quantities.ratio(check.threshold()),
                                      check.second()))))),
              Table.Cell.text(check.spot().words()),
              Table.Cell.text(
                  AgreementWords.sizes(check, check.predictedSizes())
                      + ": "
                      + ratios(check.steps().stream().map(ClaimCheck.Step::predicted).toList())),
              Table.Cell.text(
                  AgreementWords.sizes(check, check.measuredSizes())
                      + ": "
                      + ratios(check.steps().stream().map(ClaimCheck.Step::measured).toList())),
              Table.Cell.of(
                  new Inline.Badge(
                      check.agrees() ? Tone.GOOD : Tone.BAD,
                      check.agrees() ? "the same" : "disagree"))));
    }
    return new Table(columns, rows, true);
  }

  private static String ratios(List<Double> ratios) {
    return String.join(", ", ratios.stream().map(Quantities::ratio).toList());
  }

  private Table crossovers() {
    List<Table.Column> columns =
        List.of(
            Table.Column.words("Cheaper above"),
            Table.Column.words("below"),
            Table.Column.words("Where"),
            Table.Column.number("Model"),
            Table.Column.number("Measured"),
            Table.Column.words(""));
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (Crossing crossing : agreement.crossings()) {
      String outcome =
          crossing.met()
              ? "within one power of two"
              : crossing.decided() ? "missed" : "missed, within the spread";
      rows.add(
          List.of(
              Table.Cell.text(crossing.cheaperAbove()),
              Table.Cell.text(crossing.cheaperBelow()),
              Table.Cell.text(crossing.spot().words()),
              Table.Cell.text(bytes(crossing.predictedBytes())),
              Table.Cell.text(bytes(crossing.measuredBytes())),
              Table.Cell.of(
                  new Inline.Badge(
                      crossing.met() ? Tone.GOOD : crossing.decided() ? Tone.BAD : Tone.OPEN,
                      outcome))));
    }
    return new Table(columns, rows, false);
  }

  private static String bytes(Optional<Long> bytes) {
    return bytes.map(size -> Quantities.bytes((double) size)).orElse("none");
  }

  private static Table cells(List<ComparedCell> cells) {
    List<Table.Column> columns =
        List.of(
            Table.Column.words("Strategy"),
            Table.Column.number("Size"),
            Table.Column.number("Model"),
            Table.Column.number("Measured"),
            Table.Column.number("from – to"),
            Table.Column.number("Error"),
            Table.Column.number("CPU, model"),
            Table.Column.number("CPU, measured"),
            Table.Column.number("Error"),
            Table.Column.words("Remark"));
    return new Table(columns, cells.stream().map(TiersSection::row).toList(), false);
  }

  private static List<Table.Cell> row(ComparedCell cell) {
    return List.of(
        Table.Cell.text(cell.strategy()),
        Table.Cell.text(Quantities.bytes((double) cell.sizeBytes())),
        Table.Cell.text(time(cell.predictedNs())),
        Table.Cell.text(time(cell.measured().map(Measured::ns))),
        Table.Cell.text(
            cell.measured()
                .map(m -> Quantities.time(m.leastNs()) + " – " + Quantities.time(m.mostNs()))
                .orElse(Quantities.ABSENT)),
        Table.Cell.text(AgreementWords.percent(cell.errorPercent())),
        Table.Cell.text(time(cell.predictedCpuNs())),
        Table.Cell.text(time(cell.measured().map(Measured::cpuNs))),
        Table.Cell.text(AgreementWords.percent(cell.cpuErrorPercent())),
        Table.Cell.text(cell.why()));
  }

  private static String time(Optional<Long> ns) {
    return ns.map(Quantities::time).orElse(Quantities.ABSENT);
  }
}
