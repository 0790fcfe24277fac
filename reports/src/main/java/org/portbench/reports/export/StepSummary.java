package org.portbench.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portbench.reports.page.Tone;
import org.portbench.reports.text.Escaped;

/**
 * What became of the cells as Markdown for the summary of a step: the verdict, the worst cells, and
 * the rest folded away. GitHub refuses what is too large, so rows are left out and counted.
 */
public record StepSummary(Verdicts verdicts) {
  /** What GitHub takes of a step. */
  public static final int MOST_BYTES = 1024 * 1024;

  private static final int WORST = 10;
  private static final int MOST_NOTES = 10;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_MESSAGE = 500;
  private static final int LONGEST_LISTING = 4000;
  private static final String HEADING = "| cell | verdict | why |\n|---|---|---|\n";
  private static final String END = "\n</details>\n";

  /** Enough for what stands behind the last row. */
  private static final int RESERVED_BYTES = 256;

  /** No longer than so many bytes, unless these are not enough for the verdict alone. */
  public String text(int mostBytes) {
    List<JudgedCell> cells = verdicts.worstFirst();
    List<JudgedCell> worst = cells.stream().filter(c -> !c.passed()).limit(WORST).toList();
    Room room = new Room(mostBytes - RESERVED_BYTES);
    room.must(verdict());
    notes(room);
    int omitted = rows(HEADING, worst, room);
    worst.stream().filter(cell -> !cell.details().isEmpty()).forEach(cell -> room.may(why(cell)));
    omitted += rest(cells.subList(worst.size(), cells.size()), room);
    if (omitted > 0) {
      room.must("\n" + counted(omitted, "row") + " omitted\n");
    }
    return room.text();
  }

  private String verdict() {
    Tone tone =
        switch (verdicts.worst()) {
          case ERROR, FAILED -> Tone.BAD;
          case INCONCLUSIVE -> Tone.OPEN;
          case SKIPPED, PASSED -> Tone.GOOD;
        };
    return "## %s %s\n\n%s\n"
        .formatted(
            tone.sign(), escaped(verdicts.title(), LONGEST_NAME), escaped(verdicts.counts(), 500));
  }

  private void notes(Room room) {
    List<String> notes = verdicts.notes();
    if (!notes.isEmpty()) {
      String shown =
          notes.stream()
              .limit(MOST_NOTES)
              .map(note -> "- " + escaped(note, LONGEST_MESSAGE) + "\n")
              .collect(Collectors.joining());
      int more = notes.size() - MOST_NOTES;
      room.may("\n" + shown + (more > 0 ? "- and " + more + " more\n" : ""));
    }
  }

  private int rest(List<JudgedCell> cells, Room room) {
    if (cells.isEmpty()) {
      return 0;
    }
    String which = verdicts.worst() == Judgement.PASSED ? "passed" : "more";
    String summary =
        "\n<details><summary>" + counted(cells.size(), which + " cell") + "</summary>\n";
    return room.may(summary) ? closed(rows(HEADING, cells, room), room) : cells.size();
  }

  private static int closed(int omitted, Room room) {
    room.must(END);
    return omitted;
  }

  /**
   * @return how many did not fit
   */
  private static int rows(String heading, List<JudgedCell> cells, Room room) {
    if (cells.isEmpty() || !room.may("\n" + heading)) {
      return cells.size();
    }
    int written = 0;
    while (written < cells.size() && room.may(row(cells.get(written)))) {
      written++;
    }
    return cells.size() - written;
  }

  private static String row(JudgedCell cell) {
    return "| %s | %s | %s |\n"
        .formatted(
            escaped(cell.name(), LONGEST_NAME),
            cell.judgement().word(),
            escaped(cell.message(), LONGEST_MESSAGE));
  }

  private static String why(JudgedCell cell) {
    String lines =
        cell.details().stream().map(l -> OneLine.of(l, 300)).collect(Collectors.joining("\n"));
    String listing =
        lines.length() <= LONGEST_LISTING ? lines : lines.substring(0, LONGEST_LISTING) + "…";
    return "\n<details><summary>%s</summary>\n\n<pre>\n%s\n</pre>\n%s"
        .formatted(Escaped.xml(OneLine.of(cell.name(), LONGEST_NAME)), Escaped.xml(listing), END);
  }

  private static String counted(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static String escaped(String text, int most) {
    return Escaped.markdown(OneLine.of(text, most));
  }

  /** Text that may grow to so many bytes. */
  private static final class Room {
    private final StringBuilder text = new StringBuilder();
    private int left;

    Room(int bytes) {
      left = bytes;
    }

    boolean may(String more) {
      boolean fits = more.getBytes(UTF_8).length <= left;
      if (fits) {
        must(more);
      }
      return fits;
    }

    void must(String more) {
      text.append(more);
      left -= more.getBytes(UTF_8).length;
    }

    String text() {
      return text.toString();
    }
  }
}
