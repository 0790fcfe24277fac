package org.portbench.harness.robust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Influence;
import org.portbench.results.Influence.Change;
import org.portbench.results.Robustness;
import org.portbench.results.Sensitivity;
import org.portbench.results.Verdict;
import org.portbench.results.claim.Standing;

/**
 * What a study says about one claim.
 *
 * @param full the verdict of the run
 * @param figure what is watched beside it, in words
 * @param machines how it stands on each before anything is changed
 * @param tried the estimates that have been tried
 * @param ended whether these are all
 */
record Assessment(
    ClaimVerdict full,
    String figure,
    SequencedMap<String, OnMachine> machines,
    List<Tried> tried,
    boolean ended) {

  ClaimVerdict tested() {
    Verdict lean = Standing.together(machines.values().stream().map(OnMachine::lean).toList());
    if (full.verdict() != lean) {
      String note = "not tested: on the cells of the study the verdict is “" + lean.words() + "”";
      return full.tested(Robustness.NOT_TESTED_YET, Sensitivity.NONE.noted(note));
    }
    Sensitivity found = new Sensitivity(differences(), figure, figures(), influences());
    if (lean == Verdict.NOT_DECIDED) {
      return full.tested(
          Robustness.NOT_TESTED_YET, found.noted("there is no verdict that could flip"));
    }
    if (!found.flipping(lean).isEmpty()) {
      return full.tested(Robustness.FLIPS, found);
    }
    return ended
        ? full.tested(Robustness.SURVIVES, found)
        : full.tested(
            Robustness.NOT_TESTED_YET, found.noted("interrupted before all estimates were tried"));
  }

  private String differences() {
    List<String> otherwise = new ArrayList<>();
    machines.forEach((machine, on) ->
        on.judgedOtherwise().forEach(name -> otherwise.add(name + " on " + machine)));
    int judged = machines.values().stream().mapToInt(OnMachine::judged).sum();
    return otherwise.isEmpty()
        ? ""
        : "the cells of the study judge %d of %d settings otherwise than the run: %s"
            .formatted(otherwise.size(), judged, String.join(", ", otherwise));
  }

  private SortedMap<String, Long> figures() {
    SortedMap<String, Long> figures = new TreeMap<>();
    machines.forEach((machine, on) ->
        on.lean().figurePerMille().ifPresent(figure -> figures.put(machine, figure)));
    return figures;
  }

  /** Of the estimates that change anything of this claim. */
  private List<Influence> influences() {
    return tried.stream()
        .map(one ->
            new Influence(
                one.estimate().machine().name(),
                one.estimate().key(),
                one.estimate().value(),
                change(one, one.half()),
                change(one, one.twice())))
        .filter(influence -> influence.changes().anyMatch(c -> matters(influence.machine(), c)))
        .toList();
  }

  private boolean matters(String machine, Change change) {
    return change.movesLimits()
        || change.verdict() != full.verdict()
        || !change.figurePerMille().equals(machines.get(machine).lean().figurePerMille());
  }

  private Optional<Change> change(Tried one, Outcome outcome) {
    String machine = one.estimate().machine().name();
    return switch (outcome) {
      case Outcome.Impossible _ -> Optional.empty();
      case Outcome.Unchanged(String value) ->
          Optional.of(change(value, machine, machines.get(machine).lean(), true));
      case Outcome.Judged(String value, var standings, var unconfirmed) ->
          Optional.of(
              change(value, machine, standings.get(full.id()), !unconfirmed.contains(full.id())));
    };
  }

  private Change change(String value, String machine, Standing now, boolean confirmed) {
    Standing before = machines.get(machine).lean();
    List<Standing> together = new ArrayList<>();
    machines.forEach((name, on) -> together.add(name.equals(machine) ? now : on.lean()));
    return new Change(
        value,
        confirmed ? Standing.together(together) : full.verdict(),
        confirmed ? OnMachine.gained(before, now) : List.of(),
        confirmed ? OnMachine.gained(now, before) : List.of(),
        now.figurePerMille());
  }
}
