package org.portbench.reports.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portbench.results.TrialResult;

/**
 * The strategies of a run in the order in which everything shows them: ceiling, contenders, floor.
 */
public final class Strategies {
  /** Nothing crosses a domain: what the others are measured against. */
  public static final String CEILING = "direct";

  /** Moves nothing and charges nothing. */
  public static final String FLOOR = "null";

  /** What every way of not copying has to beat. */
  public static final String COPYING = "copy";

  /** What Dillon proposed. */
  public static final String PROPOSAL = "vm-object";

  /** What the argument of 2003 was between, in the order in which it is told. */
  public static final List<String> THE_ARGUMENT = List.of(PROPOSAL, "mach-3", COPYING);

  private Strategies() {}

  /** Those of the argument, and what they are held against. */
  public static boolean ofTheArgument(String strategy) {
    return THE_ARGUMENT.contains(strategy) || strategy.equals(CEILING);
  }

  public static boolean contender(String strategy) {
    return !strategy.equals(CEILING) && !strategy.equals(FLOOR);
  }

  public static List<String> ordered(Stream<TrialResult> cells) {
    return cells
        .map(cell -> cell.identity().strategy())
        .distinct()
        .sorted(Comparator.comparingInt(Strategies::rank))
        .toList();
  }

  static int rank(String strategy) {
    return switch (strategy) {
      case CEILING -> 0;
      case FLOOR -> 2;
      default -> 1;
    };
  }
}
