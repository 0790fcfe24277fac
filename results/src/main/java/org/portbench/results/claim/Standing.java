package org.portbench.results.claim;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.portbench.results.Verdict;

/**
 * How a claim stands on some cells, without words.
 *
 * @param decides false for a claim that is an input of the model
 * @param met the settings that meet it, by name
 * @param unmet the settings that could be judged and do not meet it
 * @param figurePerMille the ratio of its leading test, the median of all settings; absent where no
 *     setting has one
 */
public record Standing(
    String claim,
    boolean decides,
    List<String> met,
    List<String> unmet,
    OptionalLong figurePerMille) {

  public Standing {
    met = List.copyOf(met);
    unmet = List.copyOf(unmet);
  }

  /** The verdict on all these cells together. */
  public static Verdict together(Collection<Standing> standings) {
    boolean met = false;
    boolean unmet = false;
    for (Standing standing : standings) {
      met |= standing.decides && !standing.met.isEmpty();
      unmet |= standing.decides && !standing.unmet.isEmpty();
    }
    if (met) {
      return unmet ? Verdict.HOLDS_WITHIN_LIMITS : Verdict.HOLDS;
    }
    return unmet ? Verdict.DOES_NOT_HOLD : Verdict.NOT_DECIDED;
  }
}
