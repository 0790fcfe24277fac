package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines by which GitHub shows the worst beside a change. It shows ten of a kind; where there are
 * more, the last of them says how many.
 */
public record Annotations(Verdicts verdicts) {
  private static final int MOST = 10;
  private static final int LONGEST_MESSAGE = 1000;

  public List<String> lines() {
    return Stream.concat(
            kind("error", Judgement.ERROR, Judgement.FAILED),
            kind("warning", Judgement.INCONCLUSIVE))
        .toList();
  }

  private Stream<String> kind(String kind, Judgement... judgements) {
    List<Judgement> asked = List.of(judgements);
    List<JudgedCell> cells =
        verdicts.worstFirst().stream().filter(cell -> asked.contains(cell.judgement())).toList();
    int shown = cells.size() <= MOST ? cells.size() : MOST - 1;
    List<String> lines = new ArrayList<>();
    for (JudgedCell cell : cells.subList(0, shown)) {
      lines.add(line(kind, cell.judgement().word() + ": " + cell.name(), cell.message()));
    }
    if (shown < cells.size()) {
      lines.add(line(kind, verdicts.title(), (cells.size() - shown) + " more cells"));
    }
    return lines.stream();
  }

  private static String line(String kind, String title, String message) {
    return "::%s title=%s::%s"
        .formatted(
            kind,
            data(title).replace(":", "%3A").replace(",", "%2C"),
            data(OneLine.of(message, LONGEST_MESSAGE)));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
