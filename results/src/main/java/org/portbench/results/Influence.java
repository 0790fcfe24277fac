package org.portbench.results;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a claim does when one estimate of one machine is halved and doubled.
 *
 * @param key of the estimate, as in {@code cpu.instruction_ps}
 * @param value as the machine has it
 * @param half empty where a machine with half of it cannot be
 * @param twice the same for the double
 */
public record Influence(
    String machine, String key, String value, Optional<Change> half, Optional<Change> twice) {

  /**
   * The claim under another value.
   *
   * @param gained workloads that meet the claim only now
   * @param lost workloads that do not meet it any more
   * @param figurePerMille of the machine; absent for a claim that has no leading figure
   */
  public record Change(
      String value,
      Verdict verdict,
      List<String> gained,
      List<String> lost,
      OptionalLong figurePerMille) {

    public Change {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }

    public boolean movesLimits() {
      return !gained.isEmpty() || !lost.isEmpty();
    }
  }

  /** The estimate in words. */
  public String name() {
    return new EstimateName(key).words();
  }

  /** Those that could be made. */
  public Stream<Change> changes() {
    return Stream.concat(half.stream(), twice.stream());
  }

  public boolean flips(Verdict verdict) {
    return changes().anyMatch(change -> change.verdict() != verdict);
  }

  /** Whether other workloads meet the claim than before. */
  public boolean movesLimits() {
    return changes().anyMatch(Change::movesLimits);
  }
}
