package org.portbench.harness.robust;

import java.util.Optional;
import java.util.stream.Stream;
import org.portbench.harness.robust.Estimate.Error;
import org.portbench.harness.robust.Estimate.Varied;
import org.portbench.results.EstimateStudy.Skipped;
import org.portbench.results.claim.Judge;

/** An estimate with what came of halving and of doubling it. */
record Tried(Estimate estimate, Outcome half, Outcome twice) {

  static Tried of(Estimate estimate, LeanCells cells, Judge judge) {
    return new Tried(
        estimate,
        outcome(estimate, Error.HALF, cells, judge),
        outcome(estimate, Error.TWICE, cells, judge));
  }

  private static Outcome outcome(Estimate estimate, Error error, LeanCells cells, Judge judge) {
    return switch (estimate.wrongBy(error)) {
      case Varied.Impossible impossible -> new Outcome.Impossible(impossible.reason());
      case Varied.Possible possible -> judged(estimate, possible, cells, judge);
    };
  }

  private static Outcome judged(
      Estimate estimate, Varied.Possible possible, LeanCells cells, Judge judge) {
    try {
      var results = cells.on(possible.machine(), estimate.primitive());
      for (int i = 0; i < results.size(); i++) {
        if (!LeanCells.same(results.get(i), cells.asTheyAre().get(i))) {
          return new Outcome.Judged(possible.value(), judge.standings(results));
        }
      }
      return new Outcome.Unchanged(possible.value());
    } catch (LeanCells.UnfitMachine e) {
      return new Outcome.Impossible(possible.value() + ": " + e.getMessage());
    }
  }

  /** What was left out of it, and why. */
  Stream<Skipped> skipped() {
    return reason().stream()
        .map(reason ->
            new Skipped(estimate.machine().name(), estimate.key(), estimate.value(), reason));
  }

  private Optional<String> reason() {
    if (half instanceof Outcome.Impossible h && twice instanceof Outcome.Impossible t) {
      return Optional.of(
          h.reason().equals(t.reason())
              ? h.reason()
              : "half " + h.reason() + "; double " + t.reason());
    }
    if (half instanceof Outcome.Impossible h) {
      return Optional.of("half " + h.reason() + unchanged(twice));
    }
    if (twice instanceof Outcome.Impossible t) {
      return Optional.of("double " + t.reason() + unchanged(half));
    }
    boolean nothing = half instanceof Outcome.Unchanged && twice instanceof Outcome.Unchanged;
    return nothing ? Optional.of("changes no cell") : Optional.empty();
  }

  private static String unchanged(Outcome other) {
    return other instanceof Outcome.Unchanged ? "; the other changes no cell" : "";
  }
}
