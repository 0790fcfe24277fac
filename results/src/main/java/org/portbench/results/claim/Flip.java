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
    Places.among(touching)
        .grouped(touching)
        .forEach((place, found) -> conditions.add(condition(place, found, all)));
    return new ClaimVerdict(
        given.id(),
        given.who(),
        given.statement(),
        given.headline(),
        Verdict.NOT_DECIDED,
        Robustness.NOT_TESTED_YET,
        given.metric(),
        given.threshold(),
        conditions,
        explanation(touching),
        details(touching),
        Judge.evidence(touching));
  }

  private String explanation(List<Finding> touching) {
    return "An input of the model, not a result. "
        + (touching.isEmpty()
            ? "No layer of this run touches data."
            : "Where layers touch data: " + new Account(other, touching).found());
  }

  private List<String> details(List<Finding> touching) {
    List<String> details = new ArrayList<>(new Account(other, touching).details());
    details.addAll(new Limits(touching).details());
    return details;
  }

  private String condition(String place, List<Finding> found, List<Finding> all) {
    List<Finding> flipped = found.stream().filter(f -> flips(f, all)).toList();
    List<Finding> still = found.stream().filter(Limits::met).toList();
    List<String> parts = new ArrayList<>();
    if (!flipped.isEmpty()) {
      parts.add("flips for " + names(flipped));
    }
    if (!still.isEmpty()) {
      parts.add("still holds for " + names(still));
    }
    int neither = found.size() - flipped.size() - still.size();
    if (neither > 0) {
      parts.add("fails either way in " + neither + " of " + found.size());
    }
    return "on " + place + " " + other.id() + " " + Phrases.and(parts);
  }

  private static String names(List<Finding> findings) {
    return Phrases.and(Extent.names(findings.stream().map(Finding::setting).toList()));
  }

  private static boolean flips(Finding touching, List<Finding> all) {
    return touching.state() == State.NOT_MET
        && all.stream()
            .filter(finding -> !finding.setting().layersTouchData())
            .filter(f -> f.setting().sameButForTouching(touching.setting()))
            .anyMatch(Limits::met);
  }
}
