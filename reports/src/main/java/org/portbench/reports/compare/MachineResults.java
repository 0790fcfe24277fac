package org.portbench.reports.compare;

import java.util.List;
import java.util.stream.Stream;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

/** What a run found on one machine. */
public record MachineResults(String machine, List<Comparison> comparisons, List<SizeSweep> sweeps) {

  /** The ends of a sweep longer than this stand for it in charts with a panel per workload. */
  private static final int SIZES_SHOWN = 3;

  public static List<MachineResults> of(RunResult run) {
    List<Comparison> all = Comparison.of(run);
    return all.stream()
        .map(comparison -> comparison.question().machine())
        .distinct()
        .map(machine -> of(machine, all))
        .toList();
  }

  private static MachineResults of(String machine, List<Comparison> all) {
    List<Comparison> own =
        all.stream().filter(comparison -> comparison.question().machine().equals(machine)).toList();
    return new MachineResults(machine, own, SizeSweep.among(own));
  }

  public Stream<TrialResult> cells() {
    return comparisons.stream().flatMap(comparison -> comparison.cells().stream());
  }

  public boolean severalStacks() {
    return comparisons.stream().map(c -> c.question().stack()).distinct().count() > 1;
  }

  /** The comparisons that get a panel of their own: of a long size sweep only its two ends. */
  public List<Comparison> charted() {
    return comparisons.stream()
        .filter(comparison -> comparison.passed().findAny().isPresent())
        .filter(comparison -> sweeps.stream().noneMatch(sweep -> isInside(sweep, comparison)))
        .toList();
  }

  private static boolean isInside(SizeSweep sweep, Comparison comparison) {
    return sweep.bySize().size() > SIZES_SHOWN && sweep.isInside(comparison);
  }

  /** How a comparison is called where the machine is understood. */
  public String title(Comparison comparison) {
    Comparison.Question question = comparison.question();
    StringBuilder title = new StringBuilder(question.workload());
    if (severalStacks()) {
      title.append(" · ").append(question.stack());
    }
    if (ambiguous(question)) {
      title.append(question.size().isEmpty() ? "" : " · " + question.size() + " B");
      title.append(question.queueDepth().isEmpty() ? "" : " · depth " + question.queueDepth());
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
