package org.portbench.results.micro;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All scores of a run of the benchmarks. */
public record Scores(List<Score> all) {

  public Map<Group, List<Score>> byGroup() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Score::group, () -> new EnumMap<>(Group.class), Collectors.toList()));
  }

  /** Its speed over that of the fastest baseline that did the same. */
  public OptionalDouble ratio(Score score) {
    return all.stream()
        .filter(other -> other.group().isBaseline(other) && sameTask(other, score))
        .mapToDouble(Score::speed)
        .max()
        .stream()
        .map(baseline -> score.speed() / baseline)
        .findFirst();
  }

  private static boolean sameTask(Score a, Score b) {
    return a.group() == b.group() && a.benchmark().equals(b.benchmark()) && task(a).equals(task(b));
  }

  private static SortedMap<String, String> task(Score score) {
    SortedMap<String, String> parameters = new TreeMap<>(score.parameters());
    parameters.remove(score.group().competitor());
    return parameters;
  }
}
