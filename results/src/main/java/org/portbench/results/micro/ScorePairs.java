package org.portbench.results.micro;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The benchmarks of two runs.
 *
 * @param onlyBase names of those that the head has not
 * @param onlyHead names of those that the base has not
 */
public record ScorePairs(List<ScorePair> pairs, List<String> onlyBase, List<String> onlyHead) {

  public static ScorePairs of(Scores base, Scores head) {
    Map<String, Score> before = byName(base);
    Map<String, Score> after = byName(head);
    return new ScorePairs(
        base.all().stream()
            .filter(score -> after.containsKey(score.name()))
            .map(score -> new ScorePair(score, after.get(score.name())))
            .toList(),
        before.keySet().stream().filter(name -> !after.containsKey(name)).sorted().toList(),
        after.keySet().stream().filter(name -> !before.containsKey(name)).sorted().toList());
  }

  /** Whether both have the same benchmarks. */
  public boolean whole() {
    return Stream.concat(onlyBase.stream(), onlyHead.stream()).findAny().isEmpty();
  }

  private static Map<String, Score> byName(Scores scores) {
    return scores.all().stream()
        .collect(Collectors.toMap(Score::name, Function.identity(), (first, _) -> first));
  }
}
