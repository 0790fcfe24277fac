package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.text.ScoreText;
import org.portbench.results.micro.Group;
import org.portbench.results.micro.Score;
import org.portbench.results.micro.Scores;

/**
 * How fast portbench itself is, a table for each group of benchmarks.
 *
 * @param directory as the user may name it
 */
public record MicroText(Scores scores, String directory, Ink ink) {

  public String text() {
    List<String> lines = new ArrayList<>();
    scores
        .byGroup()
        .forEach((group, members) -> {
          lines.add(ink.bold(group.title()));
          lines.addAll(rows(group, members));
          lines.add("");
        });
    lines.add("The report: " + ink.bold(directory + "/report.html"));
    return String.join("\n", lines);
  }

  private List<String> rows(Group group, List<Score> members) {
    int parameters = members.getFirst().parameters().size();
    TextTable table = new TextTable("l".repeat(1 + parameters) + "rrrr");
    List<String> heading = new ArrayList<>(List.of(""));
    members
        .getFirst()
        .parameters()
        .keySet()
        .forEach(name -> heading.add(ScoreText.parameter(name)));
    heading.addAll(List.of("score", "error", "allocated"));
    heading.add(group.baselineName().isEmpty() ? "" : "against " + group.baselineName());
    table.row(heading);
    for (Score score : members) {
      ScoreText text = new ScoreText(score);
      List<String> row = new ArrayList<>(List.of(score.benchmark()));
      row.addAll(text.parameters());
      row.addAll(List.of(text.value(), text.error(), text.allocated()));
      row.add(group.baselineName().isEmpty() ? "" : ScoreText.ratio(scores.ratio(score)));
      table.row(row);
    }
    return table.lines();
  }
}
