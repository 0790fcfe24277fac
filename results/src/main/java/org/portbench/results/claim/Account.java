package org.portbench.results.claim;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.portbench.results.claim.Finding.State;
import org.portbench.results.claim.Outcome.Compared;

/** The numbers behind a verdict, in sentences: of each test the least and the greatest it saw. */
record Account(Claim claim, List<Finding> findings) {

  /** A setting with what a comparison saw there. */
  private record Seen(Setting setting, Compared compared) {}

  String text() {
    List<Finding> judged = findings.stream().filter(Finding::judged).toList();
    return judged.isEmpty() ? undecided() : decided(judged);
  }

  private String decided(List<Finding> judged) {
    long met = judged.stream().filter(finding -> finding.state() == State.MET).count();
    List<String> sentences = new ArrayList<>();
    sentences.add("Met in " + met + " of " + judged.size() + " settings.");
    for (int i = 0; i < claim.tests().size(); i++) {
      int test = i;
      sentences.add(sentence(claim.tests().get(i), judged, f -> Optional.of(f.tests().get(test))));
    }
    for (int i = 0; i < claim.also().size(); i++) {
      int shown = i;
      sentences.add(sentence(claim.also().get(i), judged, f -> f.also().get(shown)));
    }
    return sentences.stream().filter(sentence -> !sentence.isEmpty()).collect(joining(" "));
  }

  private String undecided() {
    if (findings.isEmpty()) {
      return "No cell of this run bears on it.";
    }
    String whys = findings.stream().map(Finding::why).distinct().limit(3).collect(joining("; "));
    return "No setting of this run decides it: " + whys + ".";
  }

  private static String sentence(
      Comparison comparison, List<Finding> judged, Function<Finding, Optional<Compared>> outcome) {
    List<Seen> seen =
        judged.stream()
            .flatMap(f -> outcome.apply(f).stream().map(c -> new Seen(f.setting(), c)))
            .sorted(Comparator.comparingDouble(s -> s.compared().magnitude()))
            .toList();
    if (seen.isEmpty()) {
      return "";
    }
    String reference =
        comparison.right().map(right -> " of " + comparison.reference(right)).orElse("");
    String asked =
        comparison.relation() == Relation.SHOWN
            ? "."
            : "; asked: " + comparison.relation().words() + " " + threshold(comparison) + ".";
    return comparison.subject() + ": " + range(seen) + reference + asked;
  }

  private static String threshold(Comparison comparison) {
    return comparison.threshold() + (comparison.right().isPresent() ? " %" : "");
  }

  private static String range(List<Seen> seen) {
    String least = number(seen.getFirst().compared());
    String greatest = number(seen.getLast().compared());
    return least.equals(greatest)
        ? least
        : least + where(seen.getFirst()) + " to " + greatest + where(seen.getLast());
  }

  private static String where(Seen seen) {
    return " (" + seen.setting().key().workload() + " on " + seen.setting().place() + ")";
  }

  private static String number(Compared compared) {
    if (compared.right().isEmpty()) {
      return Long.toString(compared.left());
    }
    long right = compared.right().getAsLong();
    return right == 0
        ? compared.left() + " against 0"
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * compared.left() / right);
  }
}
