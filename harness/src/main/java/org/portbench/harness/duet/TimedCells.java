package org.portbench.harness.duet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.portbench.harness.duet.TimedCell.Kind;
import org.portbench.harness.experiment.ExperimentException;

/** All cells that two builds can be compared by, and those that usually are. */
public record TimedCells(List<TimedCell> all) {
  private static final List<String> SIZES = List.of("4k", "64k", "1m");
  private static final List<String> SIZES_BYTES = List.of("4096", "65536", "1048576");
  private static final Set<String> USUAL =
      Set.of(
          "io.copy.4k",
          "io.copy.64k",
          "io.mach-3.4k",
          "io.mach-3.64k",
          "io.vm-object.4k",
          "io.vm-object.64k",
          "queue.1024",
          "start.help");
  private static final Pattern COMMA = Pattern.compile(",");

  public TimedCells {
    all = List.copyOf(all);
  }

  /** Of these strategies, and of what does not depend on any. */
  public static TimedCells of(List<String> strategies) {
    List<TimedCell> cells = new ArrayList<>();
    for (String strategy : strategies) {
      for (int i = 0; i < SIZES.size(); i++) {
        String size = SIZES.get(i);
        cells.add(reads("io", Kind.READS, strategy, size, SIZES_BYTES.get(i)));
        if (i == 0) {
          cells.add(reads("tail", Kind.SLOWEST_READS, strategy, size, SIZES_BYTES.get(i)));
        }
      }
    }
    for (String pending : List.of("32", "1024")) {
      cells.add(new TimedCell("queue." + pending, Kind.EVENTS, List.of("queue", pending)));
    }
    cells.add(new TimedCell("start.help", Kind.START, List.of("--help")));
    cells.add(new TimedCell("start.list", Kind.START, List.of("list", "strategies")));
    return new TimedCells(cells);
  }

  private static TimedCell reads(
      String what, Kind kind, String strategy, String size, String sizeBytes) {
    String name = what + "." + strategy + "." + size;
    return new TimedCell(name, kind, List.of(what, strategy, sizeBytes));
  }

  public TimedCells usual() {
    return new TimedCells(all.stream().filter(cell -> USUAL.contains(cell.name())).toList());
  }

  /**
   * Those whose names hold a match.
   *
   * @param patterns regular expressions with commas between them
   */
  public TimedCells matching(String patterns) {
    List<TimedCell> matching = new ArrayList<>();
    for (String pattern : COMMA.split(patterns, -1)) {
      List<TimedCell> more = all.stream().filter(cell -> holds(cell, pattern)).toList();
      if (more.isEmpty() || pattern.isEmpty()) {
        throw new ExperimentException(
            "no cell's name matches '" + pattern + "'; portbench gate duet --list names them");
      }
      more.stream().filter(cell -> !matching.contains(cell)).forEach(matching::add);
    }
    return new TimedCells(matching);
  }

  private static boolean holds(TimedCell cell, String pattern) {
    try {
      return Pattern.compile(pattern).matcher(cell.name()).find();
    } catch (PatternSyntaxException e) {
      throw new ExperimentException(
          "'" + pattern + "' is no regular expression: " + e.getDescription());
    }
  }
}
