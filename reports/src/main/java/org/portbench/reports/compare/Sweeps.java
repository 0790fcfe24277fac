package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the comparisons of a run that differ in one parameter only. What goes by parameters does
 * not look at the stack's name, which says the same in other words.
 */
record Sweeps(List<Comparison> comparisons, List<String> machinesByYear) {

  /** What comparisons of one sweep have in common. */
  private record Family(
      String tier, String machine, String workload, SortedMap<String, String> given, long seed) {

    /** Whether nothing differs but what makes no difference. */
    boolean agrees(Family other, Set<String> ignored) {
      return tier.equals(other.tier)
          && machine.equals(other.machine)
          && workload.equals(other.workload)
          && seed == other.seed
          && without(given, ignored).equals(without(other.given, ignored));
    }
  }

  List<Sweep> all() {
    List<Sweep> all = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      all.addAll(along(parameter));
    }
    return all;
  }

  private List<Sweep> along(Parameter parameter) {
    Map<Family, Map<String, Comparison>> families = families(parameter);
    families.values().removeIf(byValue -> byValue.size() < parameter.valuesNeeded());
    Set<String> telling = differing(families.keySet());
    return families.entrySet().stream()
        .map(family ->
            new Sweep(
                parameter,
                family.getKey().machine(),
                title(family.getKey(), telling),
                steps(parameter, family.getValue())))
        .sorted(Comparator.comparingInt(sweep -> machines().indexOf(sweep.machine())))
        .toList();
  }

  /** In the order of the run, so that a machine's sweeps stand together. */
  private List<String> machines() {
    return comparisons.stream().map(c -> c.question().machine()).distinct().toList();
  }

  private Map<Family, Map<String, Comparison>> families(Parameter parameter) {
    Map<Family, Map<String, Comparison>> families = new LinkedHashMap<>();
    List<Comparison> anywhere = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      String value = value(parameter, comparison.question());
      if (!parameter.sayNothingAt(value).isEmpty()) {
        anywhere.add(comparison);
      } else if (isStep(parameter, value)) {
        families
            .computeIfAbsent(family(parameter, comparison), f -> new LinkedHashMap<>())
            .putIfAbsent(value, comparison);
      }
    }
    for (Comparison comparison : anywhere) {
      String value = value(parameter, comparison.question());
      Family own = family(parameter, comparison);
      families.forEach((family, byValue) -> {
        if (family.agrees(own, parameter.sayNothingAt(value))) {
          byValue.putIfAbsent(value, comparison);
        }
      });
    }
    return families;
  }

  private static String value(Parameter parameter, Comparison.Question question) {
    return parameter == Parameter.MACHINE
        ? question.machine()
        : parameter.meantIn(question.parameters());
  }

  private static boolean isStep(Parameter parameter, String value) {
    return switch (parameter.kind()) {
      case PROPORTIONS -> value.matches("[1-9]\\d{0,14}");
      case STEPS -> value.matches("\\d{1,15}");
      case WORDS -> !value.isEmpty();
    };
  }

  private Family family(Parameter parameter, Comparison comparison) {
    Comparison.Question question = comparison.question();
    SortedMap<String, String> given = new TreeMap<>(question.parameters());
    given.remove(parameter.key());
    given.entrySet().removeIf(knob -> Parameter.isDefault(knob.getKey(), knob.getValue()));
    if (parameter == Parameter.MACHINE && eachMachineHasOneIommu()) {
      given.remove(Parameter.IOMMU.key());
    }
    return new Family(
        question.tier(),
        parameter == Parameter.MACHINE ? "" : question.machine(),
        WorkloadName.without(parameter, question.workload()),
        given,
        question.seed());
  }

  /** Then its mode belongs to the machine, and is no knob of its own. */
  private boolean eachMachineHasOneIommu() {
    Map<String, Set<String>> modes =
        comparisons.stream()
            .map(Comparison::question)
            .collect(
                Collectors.groupingBy(
                    Comparison.Question::machine,
                    Collectors.mapping(
                        question -> Parameter.IOMMU.in(question.parameters()),
                        Collectors.toSet())));
    return modes.values().stream().allMatch(ofOne -> ofOne.size() == 1);
  }

  private List<Sweep.Step> steps(Parameter parameter, Map<String, Comparison> byValue) {
    List<String> values = new ArrayList<>(byValue.keySet());
    if (parameter.isNumber()) {
      values.sort(Comparator.comparingLong(Long::parseLong));
    } else {
      List<String> order = parameter == Parameter.MACHINE ? machinesByYear : parameter.words();
      values.sort(
          Comparator.comparingInt(
              value -> order.contains(value) ? order.indexOf(value) : order.size()));
    }
    List<Sweep.Step> steps = new ArrayList<>();
    for (String value : values) {
      long at = parameter.isNumber() ? Long.parseLong(value) : steps.size();
      steps.add(new Sweep.Step(value, at, byValue.get(value)));
    }
    return steps;
  }

  /** The parameters in which sweeps on one machine are not the same. */
  private static Set<String> differing(Set<Family> families) {
    Set<String> keys = new LinkedHashSet<>();
    for (Parameter parameter : Parameter.values()) {
      for (Family one : families) {
        boolean differs =
            families.stream()
                .filter(other -> other.machine().equals(one.machine()))
                .anyMatch(other -> !parameter.in(other.given()).equals(parameter.in(one.given())));
        if (differs) {
          keys.add(parameter.key());
        }
      }
    }
    return keys;
  }

  /** The workload's name says its size and depth; the rest is said behind it. */
  private static String title(Family family, Set<String> telling) {
    StringBuilder title = new StringBuilder(family.workload());
    for (Parameter parameter : Parameter.values()) {
      String value = parameter.in(family.given());
      boolean inName = parameter == Parameter.SIZE || parameter == Parameter.QUEUE_DEPTH;
      if (!inName && telling.contains(parameter.key()) && !value.isEmpty()) {
        title.append(" · ").append(parameter.label(value));
      }
    }
    return title.toString();
  }

  private static SortedMap<String, String> without(
      SortedMap<String, String> given, Set<String> ignored) {
    SortedMap<String, String> rest = new TreeMap<>(given);
    rest.keySet().removeAll(ignored);
    return rest;
  }
}
