package org.portbench.reports.compare;

import java.util.List;
import java.util.stream.Stream;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/** What a run found on one machine. */
public record MachineResults(String machine, List<Comparison> comparisons, List<Sweep> sweeps) {

  /** The ends of a sweep longer than this stand for it in charts with a panel per workload. */
  private static final int STEPS_SHOWN = 3;

  public static List<MachineResults> of(RunResult run) {
    List<Comparison> all = Comparison.of(run);
    List<Sweep> sweeps = Sweep.of(run);
    return all.stream()
        .map(comparison -> comparison.question().machine())
        .distinct()
        .map(machine ->
            new MachineResults(
                machine,
                all.stream().filter(c -> c.question().machine().equals(machine)).toList(),
                sweeps.stream().filter(sweep -> sweep.machine().equals(machine)).toList()))
        .toList();
  }

  public Stream<TrialResult> cells() {
    return comparisons.stream().flatMap(comparison -> comparison.cells().stream());
  }

  public boolean severalStacks() {
    return comparisons.stream().map(c -> c.question().stack()).distinct().count() > 1;
  }

  /** The comparisons that get a panel of their own: of a long sweep only its two ends. */
  public List<Comparison> charted() {
    return comparisons.stream()
        .filter(comparison -> comparison.passed().findAny().isPresent())
        .filter(comparison -> sweeps.stream().noneMatch(sweep -> isInside(sweep, comparison)))
        .toList();
  }

  private static boolean isInside(Sweep sweep, Comparison comparison) {
    return sweep.parameter().isNumber()
        && sweep.steps().size() > STEPS_SHOWN
        && sweep.isInside(comparison);
  }

  /** How a comparison is called where the machine is understood. */
  public String title(Comparison comparison) {
    Comparison.Question question = comparison.question();
    StringBuilder title = new StringBuilder(question.workload());
    if (severalStacks()) {
      title.append(" · ").append(question.stack());
    }
    if (ambiguous(question)) {
      for (Parameter parameter : Parameter.values()) {
        String value = parameter.in(question.parameters());
        if (question.parameters().containsKey(parameter.key()) && !value.isEmpty()) {
          title.append(" · ").append(parameter.label(value));
        }
      }
    }
    return title.toString();
  }

  private boolean ambiguous(Comparison.Question question) {
    return comparisons.stream()
            .map(Comparison::question)
            .filter(other -> other.workload().equals(question.workload()))
            .filter(other -> other.stack().equals(question.stack()))
            .count()
        > 1;
  }
}
