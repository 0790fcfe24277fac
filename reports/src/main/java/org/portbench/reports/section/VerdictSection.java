package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.EstimateStudy;
import org.portbench.results.Robustness;
import org.portbench.results.RobustnessText;
import org.portbench.results.RunResult;

/** What became of each claim, with what was found and where it holds; below, all numbers. */
public record VerdictSection(RunResult run, List<DrawnChart> estimates) implements Section {
  private static final List<Table.Column> COLUMNS =
      List.of(
          Table.Column.words("Claim"),
          Table.Column.words("Verdict"),
          Table.Column.words("What was found"),
          Table.Column.words("Where it holds"));

  @Override
  public List<Block> render() {
    if (run.claims().isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Verdicts", "verdicts"));
    blocks.add(new Table(COLUMNS, run.claims().stream().map(VerdictSection::row).toList(), true));
    blocks.add(
        new Block.Paragraph(
            Inline.text(
                "Metric and threshold of each claim were written down before anything was measured;"
                    + " what has been repaired since is said below. “Beyond direct” is what is more"
                    + " than with the same stack in the kernel. "
                    + robustness())));
    blocks.add(
        new Block.Details(
            "What was asked of each claim, notes of fairness, all numbers and all workloads",
            run.claims().stream().map(VerdictSection::topic).toList()));
    List<Block.Figure> figures = estimates.stream().flatMap(c -> c.figures().stream()).toList();
    if (!figures.isEmpty()) {
      blocks.add(new Block.Heading(3, "Estimates that matter", "estimates"));
      blocks.add(new Block.Figures(figures));
    }
    run.study().ifPresent(study -> blocks.add(skipped(study)));
    return blocks;
  }

  private static List<Table.Cell> row(ClaimVerdict claim) {
    return List.of(
        new Table.Cell(
            List.of(
                List.of(
                    new Inline.Strong(claim.id()),
                    new Inline.Text(" " + claim.who() + ": " + claim.statement())))),
        new Table.Cell(verdict(claim)),
        Table.Cell.text(claim.explanation()),
        new Table.Cell(claim.conditions().stream().map(Inline::text).toList()));
  }

  private static Block.Topic topic(ClaimVerdict claim) {
    List<List<Inline>> items = new ArrayList<>();
    items.add(Inline.text("measured: " + claim.metric()));
    items.add(Inline.text("asked: " + claim.threshold()));
    if (!claim.fairness().isEmpty()) {
      items.add(Inline.text("to be fair: " + claim.fairness()));
    }
    new RobustnessText(claim).note().ifPresent(note -> items.add(Inline.text(note)));
    claim.details().forEach(line -> items.add(Inline.text(line)));
    return new Block.Topic(
        List.of(new Inline.Strong(claim.id()), new Inline.Text(" " + claim.verdict().words())),
        items);
  }

  private static List<List<Inline>> verdict(ClaimVerdict claim) {
    Inline badge = new Inline.Badge(Words.tone(claim.verdict()), claim.verdict().words());
    boolean silent =
        claim.robust() == Robustness.NOT_TESTED_YET && claim.sensitivity().note().isEmpty();
    return silent
        ? List.of(List.of(badge))
        : List.of(List.of(badge), aside(new RobustnessText(claim).words()));
  }

  private static List<Inline> aside(String text) {
    return List.of(new Inline.Aside(text));
  }

  private String robustness() {
    return run.study()
        .map(study ->
            "A verdict survives if it stays the same when any one of the "
                + study.of()
                + " estimates behind the machines’ numbers is halved or doubled, judged on "
                + study.form()
                + (study.tried() < study.of()
                    ? "; the study was interrupted after " + study.tried()
                    : "")
                + ".")
        .orElse("Whether a verdict survives other estimates has not been tested in this run.");
  }

  private static Block skipped(EstimateStudy study) {
    return new Block.Details(
        "Estimates that were left out, or change nothing",
        List.of(
            new Block.Topic(
                Inline.text(study.skipped().size() + " of " + study.of()),
                study.skipped().stream()
                    .map(one ->
                        Inline.text(
                            one.machine()
                                + " "
                                + one.key()
                                + " = "
                                + one.value()
                                + ": "
                                + one.reason()))
                    .toList())));
  }
}
