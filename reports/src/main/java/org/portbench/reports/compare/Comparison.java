package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.portbench.results.CellIdentity;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/** Cells that differ in nothing but their strategy, and so may be compared. */
public record Comparison(Question question, List<TrialResult> cells) {

  /**
   * What all strategies of a comparison were asked.
   *
   * @param parameters the knobs behind the names of stack and workload; what has its default may be
   *     absent
   */
  public record Question(
      String tier,
      String machine,
      String stack,
      String workload,
      SortedMap<String, String> parameters,
      long operations,
      long seed) {

    static Question of(TrialResult cell) {
      CellIdentity identity = cell.identity();
      return new Question(
          identity.tier(),
          identity.machine(),
          identity.stack(),
          identity.workload(),
          cell.parameters(),
          identity.operations(),
          identity.seed());
    }
  }

  public static List<Comparison> of(RunResult run) {
    Map<Question, List<TrialResult>> byQuestion = new LinkedHashMap<>();
    for (TrialResult cell : run.cells()) {
      byQuestion.computeIfAbsent(Question.of(cell), q -> new ArrayList<>()).add(cell);
    }
    return byQuestion.entrySet().stream()
        .map(entry -> new Comparison(entry.getKey(), inOrder(entry.getValue())))
        .toList();
  }

  private static List<TrialResult> inOrder(List<TrialResult> cells) {
    Comparator<TrialResult> byRank =
        Comparator.comparingInt(cell -> Strategies.rank(cell.identity().strategy()));
    return cells.stream().sorted(byRank).toList();
  }

  /** Where layers touch data every strategy pays for the touching. */
  public boolean layersTouchData() {
    return Parameter.TOUCH.in(question.parameters()).equals("data")
        && !Parameter.TOUCH_SHARE.meantIn(question.parameters()).equals("0");
  }

  public Stream<TrialResult> passed() {
    return cells.stream().filter(TrialResult::passed);
  }

  public Optional<TrialResult> passed(String strategy) {
    return passed().filter(cell -> cell.identity().strategy().equals(strategy)).findFirst();
  }

  /** What direct stands for: on a real kernel it is no part of that. */
  public String ceiling() {
    return question.tier().equals(RunResult.MODEL) ? "in-kernel stack" : "stack in one process";
  }

  /** CPU time per operation over that of the in-kernel stack, where both passed. */
  public OptionalDouble cpuRatioToDirect(TrialResult cell) {
    return passed(Strategies.CEILING)
        .filter(direct -> cell.passed() && direct.cpuNsPerOperation() > 0)
        .map(direct -> (double) cell.cpuNsPerOperation() / direct.cpuNsPerOperation())
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }
}
