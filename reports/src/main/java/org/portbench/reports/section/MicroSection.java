package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.reports.page.Table;
import org.portbench.reports.text.FileNames;
import org.portbench.reports.text.ScoreText;
import org.portbench.results.micro.Group;
import org.portbench.results.micro.Score;
import org.portbench.results.micro.Scores;

/** How fast portbench itself is: a table for each group of benchmarks, then where it was run. */
public record MicroSection(Scores scores, Map<String, String> facts) implements Section {
  public static final String TITLE = "How fast portbench itself is";

  private static final String READING =
      "Times are of one operation on one core of the computer named below, I/Os are modeled I/Os"
          + " in a second of it. The error is half of a 99.9 % confidence interval (by JMH);"
          + " allocated are bytes of the heap, of one operation. A speed over ×1 is faster than the"
          + " baseline.";

  @Override
  public List<Block> render() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, TITLE, "top"));
    blocks.add(
        new Block.Paragraph(
            Inline.text(scores.all().isEmpty() ? "Nothing was measured to its end." : READING)));
    scores.byGroup().forEach((group, members) -> blocks.addAll(table(group, members)));
    blocks.add(new Block.Heading(2, "Environment", "environment"));
    blocks.add(
        new Table(
            List.of(Table.Column.words("key"), Table.Column.words("value")),
            facts.entrySet().stream()
                .map(fact -> cells(Stream.of(fact.getKey(), fact.getValue())))
                .toList(),
            true));
    return blocks;
  }

  private List<Block> table(Group group, List<Score> members) {
    List<String> parameters = List.copyOf(members.getFirst().parameters().keySet());
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.Column.words("Benchmark"));
    parameters.forEach(name -> columns.add(Table.Column.words(ScoreText.parameter(name))));
    columns.add(Table.Column.number("Score"));
    columns.add(Table.Column.number("Error"));
    columns.add(Table.Column.number("Allocated"));
    if (!group.baselineName().isEmpty()) {
      columns.add(Table.Column.number("Speed against " + group.baselineName()));
    }
    return List.of(
        new Block.Heading(2, group.title(), FileNames.of(group.title())),
        new Block.Paragraph(Inline.text(group.description())),
        new Table(columns, members.stream().map(this::row).toList(), false));
  }

  private List<Table.Cell> row(Score score) {
    ScoreText text = new ScoreText(score);
    Stream<String> first = Stream.concat(Stream.of(score.benchmark()), text.parameters().stream());
    Stream<String> numbers = Stream.of(text.value(), text.error(), text.allocated());
    Stream<String> ratio =
        score.group().baselineName().isEmpty()
            ? Stream.of()
            : Stream.of(ScoreText.ratio(scores.ratio(score)));
    return cells(Stream.concat(first, Stream.concat(numbers, ratio)));
  }

  private static List<Table.Cell> cells(Stream<String> texts) {
    return texts.map(Table.Cell::text).toList();
  }
}
