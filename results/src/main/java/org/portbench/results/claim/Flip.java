package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.List;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Robustness;
import org.portbench.results.Verdict;
import org.portbench.results.claim.Finding.State;

/**
 * A claim that the model takes as given, that layers touch no data, and the claim that rests on it:
 * no verdict, but where the other one turns as soon as layers do touch data.
 */
record Flip(Claim given, Claim other) {

  ClaimVerdict verdict(List<Setting> settings) {
    List<Finding> all = settings.stream().map(setting -> Finding.of(other, setting)).toList();
    List<Finding> touching =
        all.stream().filter(f -> f.setting().layersTouchData() && f.judged()).toList();
    List<String> conditions = new ArrayList<>();
    int flipped = 0;
    for (Finding finding : touching) {
      boolean flips = finding.state() == State.NOT_MET && metWithoutTouching(finding, all);
      flipped += flips ? 1 : 0;
      conditions.add(sentence(finding, flips));
    }
    return new ClaimVerdict(
        given.id(),
        given.who(),
        given.statement(),
        Verdict.NOT_DECIDED,
        Robustness.NOT_TESTED_YET,
        given.metric(),
        given.threshold(),
        conditions,
        explanation(flipped, touching.size()),
        Judge.evidence(touching));
  }

  private String explanation(int flipped, int touching) {
    return "An input of the model, not a result of it. "
        + (touching == 0
            ? "No layer of this run touches data."
            : other.id()
                + " flips in "
                + flipped
                + " of the "
                + touching
                + " settings whose layers touch data.");
  }

  private String sentence(Finding finding, boolean flips) {
    String outcome =
        finding.state() == State.MET
            ? " still holds"
            : flips ? " flips" : " does not hold, nor is it seen to hold without touching";
    return finding.setting().place()
        + ": where layers touch data, "
        + other.id()
        + outcome
        + " for "
        + finding.setting().key().workload();
  }

  private static boolean metWithoutTouching(Finding touching, List<Finding> all) {
    return all.stream()
        .filter(finding -> !finding.setting().layersTouchData())
        .filter(f -> f.setting().sameButForTouching(touching.setting()))
        .anyMatch(finding -> finding.state() == State.MET);
  }
}
