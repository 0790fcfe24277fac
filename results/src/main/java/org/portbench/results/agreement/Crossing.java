package org.portbench.results.agreement;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The size from which one strategy takes less than another that takes less below: where a tier puts
 * it. Between two sizes it is found on a line through the ratios, over the sizes' logarithms.
 *
 * @param predictedBytes none where the order never changes in the model
 * @param measuredBytes none where it never does on the machine
 * @param decided whether the measurement tells the two apart on both sides of its own crossing, or
 *     at every size where it has none
 */
public record Crossing(
    Spot spot,
    String cheaperAbove,
    String cheaperBelow,
    Optional<Long> predictedBytes,
    Optional<Long> measuredBytes,
    boolean decided) {

  /** Whether both tiers put it within one power of two. */
  public boolean met() {
    return predictedBytes.isPresent()
        && measuredBytes.isPresent()
        && predictedBytes.get() <= 2 * measuredBytes.get()
        && measuredBytes.get() <= 2 * predictedBytes.get();
  }

  /**
   * Of two strategies, where at least one tier has one. Where an order changes several times, the
   * last change counts.
   *
   * @param ones by size
   * @param others the other's, by size
   */
  static Optional<Crossing> of(
      NavigableMap<Long, ComparedCell> ones, NavigableMap<Long, ComparedCell> others) {
    NavigableMap<Long, Double> predicted = new TreeMap<>();
    NavigableMap<Long, Double> measured = new TreeMap<>();
    boolean decided = true;
    for (long size : ones.keySet()) {
      ComparedCell one = ones.get(size);
      ComparedCell other = others.get(size);
      if (other != null && one.compared() && other.compared()) {
        predicted.put(size, ratio(one, other, cell -> cell.predictedNs().orElseThrow()));
        measured.put(size, ratio(one, other, cell -> cell.measured().orElseThrow().ns()));
      }
    }
    if (measured.size() < 2) {
      return Optional.empty();
    }
    Optional<Long> inModel = last(predicted);
    Optional<Long> onMachine = last(measured);
    if (inModel.isEmpty() && onMachine.isEmpty()) {
      return Optional.empty();
    }
    for (long size : List.of(measured.firstKey(), measured.lastKey())) {
      decided &= Ranks.measuredOrder(ones.get(size), others.get(size)) != 0;
    }
    boolean oneAbove = (onMachine.isPresent() ? measured : predicted).lastEntry().getValue() < 0;
    ComparedCell one = ones.firstEntry().getValue();
    ComparedCell other = others.firstEntry().getValue();
    return Optional.of(
        new Crossing(
            one.spot(),
            (oneAbove ? one : other).strategy(),
            (oneAbove ? other : one).strategy(),
            inModel,
            onMachine,
            decided));
  }

  private static double ratio(
      ComparedCell one, ComparedCell other, ToLongFunction<ComparedCell> latency) {
    return Math.log((double) Math.max(1, latency.applyAsLong(one)))
        - Math.log((double) Math.max(1, latency.applyAsLong(other)));
  }

  /** Where a curve goes through zero for the last time; one that only touches it does not. */
  static Optional<Long> last(NavigableMap<Long, Double> ratios) {
    List<Long> sizes = List.copyOf(ratios.keySet());
    for (int i = sizes.size() - 1; i > 0; i--) {
      double right = ratios.get(sizes.get(i));
      double left = ratios.get(sizes.get(i - 1));
      if (left * right < 0) {
        double share = left / (left - right);
        double from = Math.log(sizes.get(i - 1));
        double to = Math.log(sizes.get(i));
        return Optional.of(Math.round(Math.exp(from + share * (to - from))));
      }
    }
    return Optional.empty();
  }

  /** By size, what a strategy does in a spot. */
  static NavigableMap<Long, ComparedCell> bySize(List<ComparedCell> cells) {
    NavigableMap<Long, ComparedCell> bySize = new TreeMap<>();
    cells.forEach(cell -> bySize.put(cell.sizeBytes(), cell));
    return Collections.unmodifiableNavigableMap(bySize);
  }
}
