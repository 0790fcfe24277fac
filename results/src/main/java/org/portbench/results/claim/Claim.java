package org.portbench.results.claim;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A claim of the argument with what was asked of it before anything was measured.
 *
 * @param headline the statement in a short clause
 * @param metric what is measured, in words
 * @param why this metric and this threshold
 * @param where what a setting must be like for the claim to speak of it
 * @param tests all of which a setting must meet
 * @param also numbers worth showing beside the verdict
 * @param flips for a claim that is an input of the model: the claims that turn where it is untrue
 * @param leading the test, from 0 on, whose ratio stands for the claim where one number must
 * @param found what its tests found, to be filled with numbers
 * @param fair what must be known to be fair to either side
 * @param repaired what has been changed since the claim was registered, and why
 */
public record Claim(
    String id,
    String who,
    String statement,
    String headline,
    String metric,
    String why,
    List<Comparison> where,
    List<Comparison> tests,
    List<Comparison> also,
    List<String> flips,
    OptionalInt leading,
    Optional<Sentence> found,
    Optional<String> fair,
    Optional<String> repaired) {

  /** All that is asked, in words. */
  public String threshold() {
    if (tests.isEmpty()) {
      return "none: the model takes it as given";
    }
    String asked = tests.stream().map(Claim::words).collect(joining("; and "));
    return where.isEmpty()
        ? asked
        : asked + "; wherever " + where.stream().map(Claim::words).collect(joining(" and "));
  }

  /** What stands for the claim where one number must, in words; empty without a leading test. */
  String figure() {
    return leading.isEmpty() ? "" : tests.get(leading.getAsInt()).ratioInWords();
  }

  /** All strategies whose cells it needs. */
  Set<String> strategies() {
    Set<String> named = new TreeSet<>();
    Stream.of(where, tests, also)
        .flatMap(List::stream)
        .flatMap(Comparison::operands)
        .forEach(operand -> {
          named.addAll(operand.of());
          operand.beyond().ifPresent(named::add);
        });
    return named;
  }

  private static String words(Comparison comparison) {
    return comparison.subject() + ": " + comparison.asked();
  }
}
