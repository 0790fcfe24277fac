package org.portbench.harness.robust;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portbench.harness.robust.Estimate.Error;
import org.portbench.harness.robust.Estimate.Varied;
import org.portbench.results.EstimateStudy.Skipped;
import org.portbench.results.TrialResult;
import org.portbench.results.claim.Judge;

/** An estimate with what came of halving and of doubling it. */
record Tried(Estimate estimate, Outcome half, Outcome twice) {

  /** Who tries estimates on the cells of a machine. */
  record Bench(LeanCells cells, Judge judge, Confirmation confirmation) {

    Tried attempt(Estimate estimate) {
      return new Tried(estimate, outcome(estimate, Error.HALF), outcome(estimate, Error.TWICE));
    }

    private Outcome outcome(Estimate estimate, Error error) {
      return switch (estimate.wrongBy(error)) {
        case Varied.Impossible impossible -> new Outcome.Impossible(impossible.reason());
        case Varied.Possible possible -> {
          try {
            yield judged(estimate, possible);
          } catch (UnfitMachine e) {
            yield new Outcome.Impossible(possible.value() + ": " + e.getMessage());
          }
        }
      };
    }

    private Outcome judged(Estimate estimate, Varied.Possible possible) throws UnfitMachine {
      List<TrialResult> results = cells.on(possible.machine(), estimate.primitive());
      if (cells.areAsTheyWere(results)) {
        return new Outcome.Unchanged(possible.value());
      }
      return confirmation.of(
          new Outcome.Judged(possible.value(), judge.standings(results), Set.of()),
          possible.machine());
    }
  }

  /** What was left out of it, and why. */
  Stream<Skipped> skipped() {
    return reason().stream()
        .map(reason ->
            new Skipped(estimate.machine().name(), estimate.key(), estimate.value(), reason));
  }

  private Optional<String> reason() {
    if (half instanceof Outcome.Unchanged && twice instanceof Outcome.Unchanged) {
      return Optional.of("changes no cell");
    }
    List<String> reasons =
        Stream.of(impossible("half", half), impossible("double", twice))
            .flatMap(Optional::stream)
            .toList();
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private static Optional<String> impossible(String what, Outcome outcome) {
    return outcome instanceof Outcome.Impossible(String reason)
        ? Optional.of(what + ": " + reason)
        : Optional.empty();
  }
}
