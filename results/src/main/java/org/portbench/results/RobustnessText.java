package org.portbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a verdict survives other estimates, in words. */
public record RobustnessText(ClaimVerdict claim) {
  private static final int NAMED = 4;

  /** A clause without a full stop, as in "survives every estimate halved or doubled". */
  public String words() {
    Sensitivity found = claim.sensitivity();
    return switch (claim.robust()) {
      case NOT_TESTED_YET -> found.note().isEmpty() ? "not tested" : found.note();
      case SURVIVES -> "survives every estimate halved or doubled" + limits();
      case FLIPS -> "flips with " + named(found.flipping(claim.verdict()), true) + limits();
    };
  }

  /** What else must be known of the test; empty where nothing. */
  public Optional<String> note() {
    String note = claim.sensitivity().note();
    boolean said = claim.robust() == Robustness.NOT_TESTED_YET || note.isEmpty();
    return said ? Optional.empty() : Optional.of(note);
  }

  private String limits() {
    List<Influence> moving = claim.sensitivity().movingLimits(claim.verdict());
    return moving.isEmpty() ? "" : "; where it holds moves with " + named(byEffect(moving), false);
  }

  private List<Influence> byEffect(List<Influence> influences) {
    return influences.stream()
        .sorted(
            (a, b) -> Long.compare(claim.sensitivity().effect(b), claim.sensitivity().effect(a)))
        .toList();
  }

  private String named(List<Influence> influences, boolean flipping) {
    String some =
        influences.stream()
            .limit(NAMED)
            .map(influence -> named(influence, flipping))
            .collect(Collectors.joining(", "));
    int more = influences.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private String named(Influence influence, boolean flipping) {
    List<String> ways = new ArrayList<>();
    Stream.of(way("half", influence.half(), flipping), way("twice", influence.twice(), flipping))
        .flatMap(Optional::stream)
        .forEach(ways::add);
    return String.join(" or ", ways) + " " + influence.name() + " (" + influence.machine() + ")";
  }

  private Optional<String> way(String word, Optional<Influence.Change> change, boolean flipping) {
    return change
        .filter(c -> flipping ? c.verdict() != claim.verdict() : c.movesLimits())
        .map(_ -> word);
  }
}
