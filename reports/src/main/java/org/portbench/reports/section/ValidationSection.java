package org.portbench.reports.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.page.Tone;
import org.portbench.reports.text.FileNames;
import org.portbench.reports.text.TargetAmounts;
import org.portbench.results.validation.Errors;
import org.portbench.results.validation.TargetKind;
import org.portbench.results.validation.TargetResult;
import org.portbench.results.validation.Validation;

/** How far the model is from what has been published: in a sentence, a chart, and all figures. */
public record ValidationSection(Validation validation, List<DrawnChart> charts) implements Section {
  public static final String TITLE = "The model against published figures";

  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.words("Figure"),
          Table.Column.number("Published"),
          Table.Column.number("Model"),
          Table.Column.number("Error"),
          Table.Column.words("Within"),
          Table.Column.words("Kind"),
          Table.Column.words("Outcome"),
          Table.Column.words("What is compared, and why it is missed"));

  @Override
  public List<Block> render() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, TITLE, "top"));
    blocks.add(new Block.Lead(Inline.text(answer())));
    blocks.add(new Block.Paragraph(Inline.text(apart())));
    blocks.add(new Block.Bullets(kinds()));
    List<Block.Figure> figures =
        charts.stream().flatMap(chart -> chart.figures().stream()).toList();
    if (!figures.isEmpty()) {
      blocks.add(new Block.Figures(figures));
    }
    validation
        .byTable()
        .forEach((table, targets) -> {
          blocks.add(new Block.Heading(2, table, FileNames.of(table)));
          blocks.add(new Table(COLUMNS, targets.stream().map(this::row).toList(), true));
        });
    return blocks;
  }

  private String answer() {
    return "%d of %d published figures are met. The median error is %s, the worst %s."
            .formatted(
                validation.met(),
                validation.counted(),
                percent(validation.errors().median()),
                percent(validation.errors().worst()))
        + withoutNumber();
  }

  /** They are the worst of all, and have no error. */
  private String withoutNumber() {
    long unknown =
        validation.targets().stream()
            .filter(target -> target.counted() && target.kind().scored())
            .filter(target -> target.errorPercent().isEmpty())
            .count();
    return unknown == 0 ? "" : " For " + unknown + " more the model has no number at all.";
  }

  private String apart() {
    Errors signs = validation.errors(TargetKind.SIGN);
    return "Of compositions %s; of predictions %s; of signs %d of %d are right. No profile was fitted"
            .formatted(
                words(validation.errors(TargetKind.COMPOSITION)),
                words(validation.errors(TargetKind.PREDICTION)),
                signs.met(),
                signs.count())
        + " to any of these figures, and what is missed stays here.";
  }

  private static String words(Errors errors) {
    return "%d of %d are met, with a median error of %s and a worst of %s"
        .formatted(errors.met(), errors.count(), percent(errors.median()), percent(errors.worst()));
  }

  private static String percent(Optional<BigDecimal> percent) {
    return TargetAmounts.percent(percent, false);
  }

  private static List<List<Inline>> kinds() {
    List<List<Inline>> items = new ArrayList<>();
    for (TargetKind kind : TargetKind.values()) {
      items.add(
          List.of(new Inline.Strong(kind.word()), new Inline.Text(": " + kind.meaning() + ".")));
    }
    items.add(
        List.of(
            new Inline.Strong("recalled"),
            new Inline.Text(": the figure was quoted from memory; it is shown and not counted.")));
    return items;
  }

  private List<Table.Cell> row(TargetResult target) {
    TargetAmounts amounts = new TargetAmounts(target);
    return List.of(
        new Table.Cell(
            List.of(
                List.of(new Inline.Strong(target.id())),
                List.of(new Inline.Code(target.quantity())),
                List.of(new Inline.Aside(target.source())))),
        Table.Cell.text(amounts.expected()),
        Table.Cell.text(amounts.predicted()),
        Table.Cell.text(amounts.error()),
        Table.Cell.text(target.tolerance().words()),
        Table.Cell.text(amounts.kind()),
        Table.Cell.of(new Inline.Badge(tone(target), amounts.outcome())),
        Table.Cell.text(target.explanation()));
  }

  private static Tone tone(TargetResult target) {
    if (!target.counted()) {
      return Tone.OPEN;
    }
    return target.met() ? Tone.GOOD : Tone.BAD;
  }
}
