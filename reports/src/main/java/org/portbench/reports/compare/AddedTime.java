package org.portbench.reports.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.portbench.results.TrialResult;

/**
 * What a strategy adds to the CPU time of an I/O of the in-kernel stack, over several comparisons,
 * and on what it is spent.
 *
 * @param ns per I/O, one number per comparison
 * @param nsByPurpose the sum over all comparisons
 */
public record AddedTime(LongSummaryStatistics ns, Map<Purpose, Long> nsByPurpose) {
  private static final double MOST = 0.7;

  /** What CPU time is spent on, coarsely enough for a sentence. */
  public enum Purpose {
    DATA("copying, mapping or touching data", List.of("copy", "touch", "map", "fault", "tlb")),
    WAKE_UPS("waking other CPUs", List.of("wakeup")),
    SWITCHES("context switches", List.of("switch")),
    SYSTEM_CALLS("system calls", List.of("trap")),
    MESSAGES("messages", List.of("messaging")),
    DEVICE("driver and device", List.of("pin", "iommu", "driver", "interrupt")),
    REST("the rest", List.of());

    private final String words;
    private final List<String> categories;

    Purpose(String words, List<String> categories) {
      this.words = words;
      this.categories = categories;
    }

    public String words() {
      return words;
    }

    static Purpose of(String category) {
      for (Purpose purpose : values()) {
        if (purpose.categories.contains(category)) {
          return purpose;
        }
      }
      return REST;
    }
  }

  public static AddedTime of(String strategy, List<Comparison> comparisons) {
    LongSummaryStatistics ns = new LongSummaryStatistics();
    Map<Purpose, Long> byPurpose = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      Optional<TrialResult> cell = comparison.passed(strategy);
      Optional<TrialResult> direct = comparison.passed(Strategies.CEILING);
      if (cell.isPresent() && direct.isPresent()) {
        ns.accept(cell.get().cpuNsPerOperation() - direct.get().cpuNsPerOperation());
        add(byPurpose, cell.get(), 1);
        add(byPurpose, direct.get(), -1);
      }
    }
    return new AddedTime(ns, byPurpose);
  }

  /** Whether there is anything whose parts can be told. */
  public boolean isSome() {
    return ns.getCount() > 0 && ns.getSum() > 0;
  }

  public double share(Purpose purpose) {
    return (double) nsByPurpose.getOrDefault(purpose, 0L) / ns.getSum();
  }

  /** The largest parts, as many as it takes to explain most of it. */
  public List<Purpose> most() {
    List<Purpose> bySize =
        nsByPurpose.keySet().stream()
            .sorted(Comparator.comparingDouble(this::share).reversed())
            .toList();
    List<Purpose> most = new ArrayList<>();
    double sum = 0;
    for (Purpose purpose : bySize) {
      if (sum < MOST) {
        most.add(purpose);
        sum += share(purpose);
      }
    }
    return most;
  }

  private static void add(Map<Purpose, Long> byPurpose, TrialResult cell, int sign) {
    CpuTime.nsPerOperation(cell)
        .forEach((category, ns) -> byPurpose.merge(Purpose.of(category), sign * ns, Long::sum));
  }
}
