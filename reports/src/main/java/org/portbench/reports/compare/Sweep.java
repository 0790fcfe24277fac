package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/**
 * Comparisons that differ in one parameter only, in the order of its values.
 *
 * @param machine empty where the machine is what differs
 * @param title its workload, and whatever else tells it from the run's other sweeps
 */
public record Sweep(Parameter parameter, String machine, String title, List<Step> steps) {
  /** A strategy stays the cheapest until another is cheaper by more than this. */
  private static final double TELLING = 1.01;

  /**
   * One value of the parameter.
   *
   * @param at the value where it is a number, else its place in the order
   */
  public record Step(String value, long at, Comparison comparison) {}

  /** Steps next to each other of which the same can be said. */
  public record Stretch(String what, List<Step> steps) {}

  /** The run's sweeps, those of a parameter together. */
  public static List<Sweep> of(RunResult run) {
    return new Sweeps(Comparison.of(run), Machines.byYear(run)).all();
  }

  /** Those of a parameter together, first the parameter that takes most values. */
  public static List<List<Sweep>> byParameter(List<Sweep> sweeps) {
    Comparator<List<Sweep>> length =
        Comparator.comparingInt(
            own -> own.stream().mapToInt(sweep -> sweep.steps().size()).max().orElse(0));
    return Arrays.stream(Parameter.values())
        .map(parameter -> sweeps.stream().filter(s -> s.parameter() == parameter).toList())
        .filter(own -> !own.isEmpty())
        .sorted(length.reversed())
        .toList();
  }

  /** Machine and title, as far as there are any. */
  public String heading() {
    return machine.isEmpty() ? title : machine + " · " + title;
  }

  public Step first() {
    return steps.getFirst();
  }

  public Step last() {
    return steps.getLast();
  }

  /** Whether this is one of its steps, but neither the first nor the last. */
  boolean isInside(Comparison comparison) {
    return steps.subList(1, steps.size() - 1).stream()
        .anyMatch(step -> step.comparison().question().equals(comparison.question()));
  }

  public List<String> strategies() {
    return Strategies.ordered(steps.stream().flatMap(step -> step.comparison().passed()));
  }

  /** CPU time per operation at each step at which the strategy passed. */
  public NavigableMap<Long, Long> cpuNs(String strategy) {
    return values(strategy, cell -> OptionalLong.of(cell.cpuNsPerOperation()));
  }

  /** Some number of a strategy's cells, where it passed and has it. */
  public NavigableMap<Long, Long> values(
      String strategy, Function<TrialResult, OptionalLong> value) {
    NavigableMap<Long, Long> values = new TreeMap<>();
    for (Step step : steps) {
      step.comparison()
          .passed(strategy)
          .map(value)
          .ifPresent(number -> number.ifPresent(known -> values.put(step.at(), known)));
    }
    return values;
  }

  /** Where which contender is the cheapest; less than one percent is no difference. */
  public List<Stretch> cheapest() {
    return stretches((step, before) -> {
      Optional<TrialResult> least =
          contenders(step).min(Comparator.comparingLong(TrialResult::cpuNsPerOperation));
      boolean stays =
          least.isPresent()
              && contenders(step)
                  .filter(cell -> cell.identity().strategy().equals(before))
                  .anyMatch(cell ->
                      cell.cpuNsPerOperation() <= least.get().cpuNsPerOperation() * TELLING);
      return stays ? before : least.map(cell -> cell.identity().strategy()).orElse("");
    });
  }

  /** The steps of which something holds, as stretches. */
  public List<Stretch> where(Predicate<Comparison> holds) {
    return stretches((step, before) -> holds.test(step.comparison()) ? "holds" : "");
  }

  private interface Saying {
    String of(Step step, String before);
  }

  private List<Stretch> stretches(Saying saying) {
    List<Stretch> found = new ArrayList<>();
    String before = "";
    for (Step step : steps) {
      String what = saying.of(step, before);
      if (!what.isEmpty()) {
        if (!what.equals(before)) {
          found.add(new Stretch(what, new ArrayList<>()));
        }
        found.getLast().steps().add(step);
      }
      before = what;
    }
    return found;
  }

  private static Stream<TrialResult> contenders(Step step) {
    return step.comparison()
        .passed()
        .filter(cell -> Strategies.contender(cell.identity().strategy()));
  }

  /**
   * The crossings that answer a question: where copying stops (or starts) to pay, and where the
   * cheapest contender changes. Between words there is nothing to cross.
   */
  public List<Crossover> tellingCrossovers() {
    if (!parameter.isNumber()) {
      return List.of();
    }
    List<String> contenders = strategies().stream().filter(Strategies::contender).toList();
    Set<Crossover> telling = new LinkedHashSet<>();
    for (int i = 0; i < contenders.size(); i++) {
      for (int j = i + 1; j < contenders.size(); j++) {
        crossovers(contenders.get(i), contenders.get(j))
            .filter(crossing -> concernsCopying(crossing) || isCheapest(crossing, contenders))
            .filter(this::makesADifference)
            .forEach(telling::add);
      }
    }
    List<Crossover> sorted = new ArrayList<>(telling);
    sorted.sort(Comparator.comparingDouble(Crossover::at));
    return sorted;
  }

  private Stream<Crossover> crossovers(String first, String second) {
    return Crossover.between(first, cpuNs(first), second, cpuNs(second)).stream();
  }

  private static boolean concernsCopying(Crossover crossing) {
    return crossing.below().equals(Strategies.COPYING)
        || crossing.above().equals(Strategies.COPYING);
  }

  private boolean isCheapest(Crossover crossing, List<String> contenders) {
    return contenders.stream()
        .noneMatch(name -> costAt(cpuNs(name), crossing.at()) < crossing.costNs() - 0.5);
  }

  /** Whether on either side one is cheaper by more than a hair somewhere. */
  private boolean makesADifference(Crossover crossing) {
    NavigableMap<Long, Long> below = cpuNs(crossing.below());
    NavigableMap<Long, Long> above = cpuNs(crossing.above());
    long at = (long) Math.floor(crossing.at());
    return cheaperSomewhere(below.headMap(at, true), above)
        && cheaperSomewhere(above.tailMap(at, false), below);
  }

  private static boolean cheaperSomewhere(Map<Long, Long> costs, Map<Long, Long> others) {
    return costs.entrySet().stream()
        .filter(cost -> others.containsKey(cost.getKey()))
        .anyMatch(cost -> cost.getValue() * TELLING < others.get(cost.getKey()));
  }

  /** Of the telling crossings those that the argument was about, or all if none was. */
  public List<Crossover> centralCrossovers() {
    List<Crossover> telling = tellingCrossovers();
    List<String> contenders = strategies().stream().filter(Strategies::contender).toList();
    List<Crossover> central =
        telling.stream()
            .filter(crossing ->
                isCheapest(crossing, contenders)
                    || (Strategies.ofTheArgument(crossing.below())
                        && Strategies.ofTheArgument(crossing.above())))
            .toList();
    return central.isEmpty() ? telling : central;
  }

  private static double costAt(NavigableMap<Long, Long> costs, double at) {
    Long low = costs.floorKey((long) Math.floor(at));
    Long high = costs.ceilingKey((long) Math.ceil(at));
    if (low == null || high == null) {
      return Double.POSITIVE_INFINITY;
    }
    double share = high.equals(low) ? 0 : (at - low) / (high - low);
    return costs.get(low) + share * (costs.get(high) - costs.get(low));
  }
}
