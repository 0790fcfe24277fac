package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portbench.results.TrialResult;

/**
 * Comparisons that differ only in the size of their I/O. Two workloads count as the same at another
 * size if their names are the same once sizes are taken out of them.
 */
public record SizeSweep(
    String machine, String stack, String workload, NavigableMap<Long, Comparison> bySize) {

  private record Family(
      String machine, String stack, String workload, String queueDepth, long seed) {}

  /** Sweeps of at least two sizes, in the order of the run. */
  public static List<SizeSweep> among(List<Comparison> comparisons) {
    Map<Family, NavigableMap<Long, Comparison>> families = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      Comparison.Question question = comparison.question();
      if (question.size().matches("[1-9]\\d{0,14}")) {
        families
            .computeIfAbsent(family(question), f -> new TreeMap<>())
            .putIfAbsent(Long.parseLong(question.size()), comparison);
      }
    }
    return families.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(SizeSweep::of)
        .toList();
  }

  private static SizeSweep of(Map.Entry<Family, NavigableMap<Long, Comparison>> entry) {
    Family family = entry.getKey();
    return new SizeSweep(family.machine(), family.stack(), family.workload(), entry.getValue());
  }

  private static Family family(Comparison.Question question) {
    return new Family(
        question.machine(),
        question.stack(),
        withoutSize(question.workload()),
        question.queueDepth(),
        question.seed());
  }

  /** {@code randread-4k} and {@code randread-512} both become {@code randread}. */
  static String withoutSize(String workload) {
    String stem =
        workload.replaceAll("(?i)(^|[-_@=])(\\d+[kmg](i?b)?|[1-9]\\d{2,})(?=$|[-_@=.])", "");
    return stem.isEmpty() ? workload : stem;
  }

  /** Whether this is one of the sweep's sizes, but neither the smallest nor the largest. */
  boolean isInside(Comparison comparison) {
    return bySize.subMap(bySize.firstKey() + 1, bySize.lastKey()).values().stream()
        .anyMatch(member -> member.question().equals(comparison.question()));
  }

  public List<String> strategies() {
    return Strategies.ordered(bySize.values().stream().flatMap(Comparison::passed));
  }

  /** CPU time per operation at each size at which the strategy passed. */
  public NavigableMap<Long, Long> cpuNsBySize(String strategy) {
    NavigableMap<Long, Long> costs = new TreeMap<>();
    bySize.forEach((size, comparison) ->
        comparison
            .passed(strategy)
            .map(TrialResult::cpuNsPerOperation)
            .ifPresent(ns -> costs.put(size, ns)));
    return costs;
  }

  /**
   * The crossings that answer a question: where copying stops (or starts) to pay, and where the
   * cheapest contender changes.
   */
  public List<Crossover> tellingCrossovers() {
    List<String> contenders = strategies().stream().filter(Strategies::contender).toList();
    Set<Crossover> telling = new LinkedHashSet<>();
    for (int i = 0; i < contenders.size(); i++) {
      for (int j = i + 1; j < contenders.size(); j++) {
        crossovers(contenders.get(i), contenders.get(j))
            .filter(crossing -> concernsCopying(crossing) || isCheapest(crossing, contenders))
            .forEach(telling::add);
      }
    }
    List<Crossover> sorted = new ArrayList<>(telling);
    sorted.sort(Comparator.comparingDouble(Crossover::sizeBytes));
    return sorted;
  }

  private Stream<Crossover> crossovers(String first, String second) {
    return Crossover.between(first, cpuNsBySize(first), second, cpuNsBySize(second)).stream();
  }

  private static boolean concernsCopying(Crossover crossing) {
    return crossing.below().equals(Strategies.COPYING)
        || crossing.above().equals(Strategies.COPYING);
  }

  private boolean isCheapest(Crossover crossing, List<String> contenders) {
    return contenders.stream()
        .noneMatch(
            name -> costAt(cpuNsBySize(name), crossing.sizeBytes()) < crossing.costNs() - 0.5);
  }

  private static double costAt(NavigableMap<Long, Long> costs, double sizeBytes) {
    Long low = costs.floorKey((long) Math.floor(sizeBytes));
    Long high = costs.ceilingKey((long) Math.ceil(sizeBytes));
    if (low == null || high == null) {
      return Double.POSITIVE_INFINITY;
    }
    double share = high.equals(low) ? 0 : (sizeBytes - low) / (high - low);
    return costs.get(low) + share * (costs.get(high) - costs.get(low));
  }
}
