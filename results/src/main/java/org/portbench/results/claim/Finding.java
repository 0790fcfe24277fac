package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.results.claim.Outcome.Compared;

/**
 * What one setting says about a claim.
 *
 * @param tests the outcomes of the claim's tests, in order; empty unless all could be made
 * @param also the same for the numbers shown beside
 */
record Finding(
    Setting setting, State state, List<Compared> tests, List<Optional<Compared>> also, String why) {

  enum State {
    MET,
    NOT_MET,
    /** The claim does not speak of such a setting. */
    OUTSIDE,
    /** A cell or a number is missing. */
    MISSING
  }

  static Finding of(Claim claim, Setting setting) {
    for (Comparison condition : claim.where()) {
      switch (condition.in(setting)) {
        case Compared c when c.met() -> {}
        case Compared _ -> {
          return without(setting, State.OUTSIDE, condition.subject() + " not " + condition.asked());
        }
        case Outcome.Missing m -> {
          return without(setting, State.MISSING, m.why());
        }
      }
    }
    List<Compared> tests = new ArrayList<>();
    for (Comparison test : claim.tests()) {
      switch (test.in(setting)) {
        case Compared c -> tests.add(c);
        case Outcome.Missing m -> {
          return without(setting, State.MISSING, m.why());
        }
      }
    }
    State state = tests.stream().allMatch(Compared::met) ? State.MET : State.NOT_MET;
    return new Finding(setting, state, tests, shown(claim, setting), "");
  }

  boolean judged() {
    return state == State.MET || state == State.NOT_MET;
  }

  private static Finding without(Setting setting, State state, String why) {
    return new Finding(setting, state, List.of(), List.of(), why);
  }

  private static List<Optional<Compared>> shown(Claim claim, Setting setting) {
    return claim.also().stream()
        .map(comparison -> comparison.in(setting))
        .map(outcome -> outcome instanceof Compared c ? Optional.of(c) : Optional.<Compared>empty())
        .toList();
  }
}
