package org.portbench.results.claim;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portbench.results.claim.Outcome.Compared;

/** What was found, in a sentence; and in full, of each test the least and the most it saw. */
record Account(Claim claim, List<Finding> findings) {

  /** A setting with what a comparison saw there. */
  private record Seen(Setting setting, Compared compared) {}

  String text() {
    if (findings.isEmpty()) {
      return "No cell of this run bears on it.";
    }
    List<Finding> judged = judged();
    if (judged.isEmpty()) {
      String whys = findings.stream().map(Finding::why).distinct().limit(3).collect(joining("; "));
      return "No setting of this run decides it: " + whys + ".";
    }
    String found = found();
    return Character.toUpperCase(found.charAt(0)) + found.substring(1);
  }

  /** What the settings that could be judged have shown, to be put behind a colon. */
  String found() {
    return claim.found().orElseThrow().about(Places.among(findings).grouped(judged()));
  }

  List<String> details() {
    List<Finding> judged = judged();
    List<String> details = new ArrayList<>();
    if (judged.isEmpty()) {
      return details;
    }
    long met = judged.stream().filter(Limits::met).count();
    details.add("met in " + met + " of " + judged.size() + " settings");
    for (int i = 0; i < claim.tests().size(); i++) {
      int test = i;
      number(claim.tests().get(i), f -> Optional.of(f.tests().get(test))).ifPresent(details::add);
    }
    for (int i = 0; i < claim.also().size(); i++) {
      int shown = i;
      number(claim.also().get(i), f -> f.also().get(shown)).ifPresent(details::add);
    }
    return details;
  }

  private List<Finding> judged() {
    return findings.stream().filter(Finding::judged).toList();
  }

  private Optional<String> number(
      Comparison comparison, Function<Finding, Optional<Compared>> outcome) {
    List<Seen> seen =
        judged().stream()
            .flatMap(f -> outcome.apply(f).stream().map(c -> new Seen(f.setting(), c)))
            .sorted(Comparator.comparingDouble(s -> s.compared().magnitude()))
            .toList();
    return seen.isEmpty()
        ? Optional.empty()
        : Optional.of(comparison.subject() + ": " + range(comparison, seen) + asked(comparison));
  }

  private static String asked(Comparison comparison) {
    return comparison.relation() == Relation.SHOWN
        ? comparison.right().map(right -> " " + comparison.reference(right)).orElse("")
        : "; asked: " + comparison.asked();
  }

  private String range(Comparison comparison, List<Seen> seen) {
    String least = comparison.number(seen.getFirst().compared());
    String most = comparison.number(seen.getLast().compared());
    return least.equals(most)
        ? least
        : least + where(seen.getFirst()) + " to " + most + where(seen.getLast());
  }

  private String where(Seen seen) {
    Setting setting = seen.setting();
    return " (" + setting.key().workload() + " on " + Places.among(findings).of(setting) + ")";
  }
}
