package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.results.TrialResult;

/**
 * What a mechanism adds to the CPU time of each strategy's I/O: the time with everything at work
 * less the time without it. Negative where the mechanism saves.
 */
public record Contribution(String name, List<Part> parts) {
  /** Less is what rounding leaves. */
  private static final double LEAST_SHARE = 0.001;

  /**
   * @param share of the strategy's time with everything at work
   */
  public record Part(String strategy, long ns, double share) {}

  /**
   * Of a sweep over {@link Parameter#WITHOUT}, mechanism by mechanism; what is nothing is left out.
   */
  public static List<Contribution> of(Sweep sweep) {
    Optional<Comparison> everything =
        sweep.steps().stream()
            .filter(step -> step.value().equals(Parameter.NOTHING))
            .map(Sweep.Step::comparison)
            .findFirst();
    return everything.stream()
        .flatMap(all ->
            sweep.steps().stream()
                .filter(step -> !step.value().equals(Parameter.NOTHING))
                .map(step -> new Contribution(step.value(), parts(all, step.comparison()))))
        .toList();
  }

  private static List<Part> parts(Comparison everything, Comparison without) {
    List<Part> parts = new ArrayList<>();
    everything
        .passed()
        .forEach(cell -> {
          long all = cell.cpuNsPerOperation();
          long less =
              without
                  .passed(cell.identity().strategy())
                  .map(TrialResult::cpuNsPerOperation)
                  .orElse(all);
          if (Math.abs(all - less) > all * LEAST_SHARE) {
            parts.add(
                new Part(cell.identity().strategy(), all - less, (double) (all - less) / all));
          }
        });
    return parts;
  }
}
