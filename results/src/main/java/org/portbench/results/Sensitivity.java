package org.portbench.results;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a claim depends on the estimates of the machines.
 *
 * @param note why robustness was not tested, or what must be known of the test; empty where nothing
 * @param figure what is watched, in words; empty for a claim that has no ratio to watch
 * @param figuresPerMille of each machine, all estimates as they are
 * @param influences of the estimates that change something
 */
public record Sensitivity(
    String note,
    String figure,
    SortedMap<String, Long> figuresPerMille,
    List<Influence> influences) {

  public static final Sensitivity NONE = new Sensitivity("", "", new TreeMap<>(), List.of());

  public Sensitivity {
    figuresPerMille = Collections.unmodifiableSortedMap(new TreeMap<>(figuresPerMille));
    influences = List.copyOf(influences);
  }

  /** The same with a note before what is noted already. */
  public Sensitivity noted(String first) {
    return new Sensitivity(
        note.isEmpty() ? first : first + "; " + note, figure, figuresPerMille, influences);
  }

  /** The estimates with which the verdict is another one. */
  public List<Influence> flipping(Verdict verdict) {
    return influences.stream().filter(influence -> influence.flips(verdict)).toList();
  }

  /** Those with which the verdict stays, but not the workloads that meet the claim. */
  public List<Influence> movingLimits(Verdict verdict) {
    return influences.stream()
        .filter(influence -> !influence.flips(verdict) && influence.movesLimits())
        .toList();
  }

  /** The estimates of a machine that move its figure, those that move it most first. */
  public List<Influence> byEffect(String machine) {
    if (!figuresPerMille.containsKey(machine)) {
      return List.of();
    }
    return influences.stream()
        .filter(influence -> influence.machine().equals(machine) && effect(influence) > 0)
        .sorted(Comparator.comparingLong(this::effect).reversed().thenComparing(Influence::key))
        .toList();
  }

  /** By how many parts in a thousand the figure moves at most. */
  public long effect(Influence influence) {
    Long baseline = figuresPerMille.get(influence.machine());
    return baseline == null
        ? 0
        : figures(influence).mapToLong(f -> Math.abs(f - baseline)).max().orElse(0);
  }

  private static Stream<Long> figures(Influence influence) {
    return influence
        .changes()
        .map(Influence.Change::figurePerMille)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong);
  }
}
