package org.portbench.results.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one set of blocks says.
 *
 * @param measured all, as they were launched
 * @param slowdowns of the clean ones, as logarithms
 * @param slower how likely this is by chance if the head is slower by no more than the margin
 * @param faster the same, if it is faster by no more than the margin
 */
public record Stage(
    List<Block> measured, List<Double> slowdowns, Estimate estimate, double slower, double faster) {

  public Stage {
    measured = List.copyOf(measured);
    slowdowns = List.copyOf(slowdowns);
  }

  /** What a launch of the base saw, as the geometric mean of all. */
  public double baseNs() {
    return StrictMath.exp(
        measured.stream().mapToDouble(block -> block.base().logMean()).average().orElseThrow());
  }

  /** The same of the head. */
  public double headNs() {
    return StrictMath.exp(
        measured.stream().mapToDouble(block -> block.head().logMean()).average().orElseThrow());
  }

  /** Nothing where too few blocks are clean. */
  static Optional<Stage> of(Rule rule, Direction direction, List<Block> measured) {
    double[] slowdowns =
        rule.clean(measured).stream().mapToDouble(block -> block.slowdown(direction)).toArray();
    if (slowdowns.length < rule.fewestClean()) {
      return Optional.empty();
    }
    double[] speedups = Arrays.stream(slowdowns).map(slowdown -> -slowdown).toArray();
    return Optional.of(
        new Stage(
            measured,
            Arrays.stream(slowdowns).boxed().toList(),
            Estimate.of(slowdowns),
            Wilcoxon.above(rule.threshold(), slowdowns),
            Wilcoxon.above(rule.threshold(), speedups)));
  }
}
