package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Robustness;
import org.portbench.results.Sensitivity;
import org.portbench.results.Verdict;

/**
 * A claim that the model takes as given, that layers touch no data, and the claims that rest on it:
 * no verdict, but where the others turn as soon as layers do touch data. The first of them is told
 * in full, the rest where they flip.
 */
record Flip(Claim given, List<Claim> others) {

  ClaimVerdict verdict(List<Setting> settings) {
    Claim central = others.getFirst();
    List<Finding> touching =
        findings(central, settings).stream()
            .filter(f -> f.setting().layersTouchData() && f.judged())
            .toList();
    List<String> details = new ArrayList<>(new Account(central, touching).details());
    details.addAll(new Limits(touching).details());
    return new ClaimVerdict(
        given.id(),
        given.who(),
        given.statement(),
        given.headline(),
        Verdict.NOT_DECIDED,
        Robustness.NOT_TESTED_YET,
        Sensitivity.NONE,
        given.metric(),
        given.threshold(),
        others.stream().flatMap(other -> conditions(other, settings)).toList(),
        explanation(central, touching),
        details,
        given.fair().orElse(""),
        Judge.evidence(touching));
  }

  /** Which of the first claim's settings still meet it although layers touch data. */
  Standing standing(List<Setting> settings) {
    List<TouchLadder> ladders = TouchLadder.of(findings(others.getFirst(), settings));
    return new Standing(
        given.id(),
        false,
        ladders.stream().filter(TouchLadder::stillHolds).map(TouchLadder::workload).toList(),
        ladders.stream().filter(l -> !l.stillHolds()).map(TouchLadder::workload).toList(),
        OptionalLong.empty());
  }

  private static List<Finding> findings(Claim claim, List<Setting> settings) {
    return settings.stream().map(setting -> Finding.of(claim, setting)).toList();
  }

  private static String explanation(Claim central, List<Finding> touching) {
    return "An input of the model, not a result. "
        + (touching.isEmpty()
            ? "No layer of this run touches data."
            : "Where layers touch data: " + new Account(central, touching).found());
  }

  private Stream<String> conditions(Claim other, List<Setting> settings) {
    List<TouchLadder> ladders = TouchLadder.of(findings(other, settings));
    boolean severalStacks =
        ladders.stream().map(Flip::stackOnMachine).distinct().count()
            > ladders.stream().map(ladder -> ladder.setting().machine()).distinct().count();
    Map<String, List<TouchLadder>> byPlace = new LinkedHashMap<>();
    for (TouchLadder ladder : ladders) {
      Setting setting = ladder.setting();
      String place = severalStacks ? setting.place() : setting.machine();
      byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(ladder);
    }
    Map<String, String> said = new LinkedHashMap<>();
    byPlace.forEach((place, there) -> said.put(place, condition(there)));
    if (!other.equals(others.getFirst())) {
      said.values().removeIf(words -> !words.startsWith("flips"));
    }
    return Phrases.saidOnce(said).entrySet().stream()
        .map(e -> "on " + Phrases.and(e.getValue()) + " " + other.id() + " " + e.getKey());
  }

  /** The machine, and what else than the workload's own shape tells two stacks apart. */
  private static List<String> stackOnMachine(TouchLadder ladder) {
    Map<String, String> knobs = new TreeMap<>(ladder.setting().kin().knobs());
    knobs.keySet().removeAll(List.of("queueDepth", "sizeBytes"));
    return List.of(ladder.setting().machine(), knobs.toString());
  }

  private String condition(List<TouchLadder> ladders) {
    List<String> flipped =
        ladders.stream().filter(TouchLadder::flips).map(TouchLadder::whereItFlips).toList();
    List<String> still =
        ladders.stream()
            .filter(TouchLadder::stillHolds)
            .map(TouchLadder::whereItStillHolds)
            .toList();
    List<String> parts = new ArrayList<>();
    if (!flipped.isEmpty()) {
      parts.add("flips for " + Phrases.and(flipped.stream().distinct().toList()));
    }
    if (!still.isEmpty()) {
      parts.add("still holds for " + Phrases.and(still.stream().distinct().toList()));
    }
    int neither = ladders.size() - flipped.size() - still.size();
    if (neither > 0) {
      parts.add("fails either way in " + neither + " of " + ladders.size());
    }
    return Phrases.and(parts);
  }
}
