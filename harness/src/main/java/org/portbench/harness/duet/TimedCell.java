package org.portbench.harness.duet;

import java.util.List;
import org.portbench.results.gate.Rule;

/**
 * Something of a build that takes time.
 *
 * @param name for users
 * @param what what the probe is asked for; or portbench itself, where it is measured from outside
 */
public record TimedCell(String name, Kind kind, List<String> what) {

  /** What is measured, and in which way. */
  public enum Kind {
    READS(Rule.TIMES, 1),
    SLOWEST_READS(Rule.TAILS, 12),
    EVENTS(Rule.TIMES, 1),
    START(Rule.TIMES, 1);

    private final Rule rule;
    private final int longer;

    Kind(Rule rule, int longer) {
      this.rule = rule;
      this.longer = longer;
    }

    public Rule rule() {
      return rule;
    }

    /** Than that of others, an iteration. */
    int longer() {
      return longer;
    }
  }

  public TimedCell {
    what = List.copyOf(what);
  }
}
