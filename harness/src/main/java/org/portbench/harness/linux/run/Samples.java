package org.portbench.harness.linux.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.portbench.harness.linux.domain.Findings;
import org.portbench.results.Latency;
import org.portbench.results.PayloadSummary;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;

/** What the repetitions of a cell have shown so far, and what is said of it in the end. */
final class Samples {
  private static final double NS_PER_SECOND = 1e9;
  private static final long PS_PER_NS = 1_000;

  private final LinuxCell cell;
  private final int repetitions;
  private final List<Repetition> done = new ArrayList<>();
  private Optional<TrialResult> without = Optional.empty();

  /**
   * @param repetitions that are asked for
   */
  Samples(LinuxCell cell, int repetitions) {
    this.cell = cell;
    this.repetitions = repetitions;
  }

  LinuxCell cell() {
    return cell;
  }

  void add(Repetition repetition) {
    done.add(repetition);
  }

  void skipped(String why) {
    without = Optional.of(result(Status.SKIPPED, why));
  }

  void failed(String why) {
    without = Optional.of(result(Status.FAILED, why));
  }

  /** Whether no repetition would change what is said. */
  boolean decided() {
    return without.isPresent();
  }

  int count() {
    return done.size();
  }

  boolean any() {
    return decided() || !done.isEmpty();
  }

  TrialResult result() {
    return without.orElseGet(this::measured);
  }

  private TrialResult result(Status status, String why) {
    return TrialResult.without(cell.identity(), cell.parameters(), cell.digest(), status, why);
  }

  private TrialResult measured() {
    Histogram latencies = new Histogram(Repetition.SIGNIFICANT_DIGITS);
    done.forEach(repetition -> latencies.add(repetition.latencies()));
    long operations = latencies.getTotalCount();
    long elapsedNs = sum(repetition -> repetition.domains().getFirst().elapsedNs());
    long mismatches = sum(Repetition::mismatches);
    double seconds = elapsedNs / NS_PER_SECOND;
    String reason =
        mismatches > 0
            ? mismatches + " requests' data is not what was sent"
            : done.size() < repetitions ? done.size() + " of " + repetitions + " repetitions" : "";
    return new TrialResult(
        cell.identity(),
        cell.parameters(),
        cell.digest(),
        mismatches > 0 ? Status.FAILED : Status.PASSED,
        reason,
        false,
        operations,
        0,
        operations * cell.bytes(),
        elapsedNs * PS_PER_NS,
        Latency.of(latencies),
        new Throughput(
            (long) (operations / seconds), (long) (operations * (double) cell.bytes() / seconds)),
        sum(Repetition::hopCpuNs) / operations,
        totalsPs(),
        breakdownNs(operations),
        counters(),
        new PayloadSummary(sum(Repetition::checkedBytes), mismatches),
        latencies);
  }

  /**
   * Whose CPU time it was; the client's own work on its data apart from what it does to pass it.
   */
  private SortedMap<String, Long> totalsPs() {
    SortedMap<String, Long> totals = new TreeMap<>();
    long own = sum(repetition -> repetition.domains().getFirst().ownNs());
    totals.put("clientData", own * PS_PER_NS);
    totals.put("client", PS_PER_NS * Math.max(0, cpuNs(0, 1) - own));
    int domains = done.getFirst().domains().size();
    if (domains > 1) {
      totals.put("layers", PS_PER_NS * cpuNs(1, domains - 1));
      totals.put("driverProcess", PS_PER_NS * cpuNs(domains - 1, domains));
    }
    return totals;
  }

  private SortedMap<String, Long> breakdownNs(long operations) {
    SortedMap<String, Long> each = new TreeMap<>();
    totalsPs().forEach((name, ps) -> each.put(name, ps / PS_PER_NS / operations));
    return each;
  }

  private long cpuNs(int from, int to) {
    return sum(repetition ->
        repetition.domains().subList(from, to).stream()
            .mapToLong(found -> found.used().cpuNs())
            .sum());
  }

  private SortedMap<String, Long> counters() {
    SortedMap<String, Long> counters = new TreeMap<>();
    counters.put("repetitions", (long) done.size());
    counters.put("cpuNsPerOperationLeast", least(Repetition::cpuNsPerOperation));
    counters.put("cpuNsPerOperationMost", most(Repetition::cpuNsPerOperation));
    counters.put("medianNsLeast", least(Repetition::medianNs));
    counters.put("medianNsMost", most(Repetition::medianNs));
    counters.put("hopCpuNs", sum(Repetition::hopCpuNs));
    counters.put("jvmCpuNs", sum(Repetition::jvmCpuNs));
    counters.put("minorFaults", used(found -> found.used().minorFaults()));
    counters.put("voluntarySwitches", used(found -> found.used().voluntarySwitches()));
    counters.put("involuntarySwitches", used(found -> found.used().involuntarySwitches()));
    return counters;
  }

  private long used(ToLongFunction<Findings> what) {
    return sum(repetition -> repetition.domains().stream().mapToLong(what).sum());
  }

  private long sum(ToLongFunction<Repetition> what) {
    return done.stream().mapToLong(what).sum();
  }

  private long least(ToLongFunction<Repetition> what) {
    return done.stream().mapToLong(what).min().orElse(0);
  }

  private long most(ToLongFunction<Repetition> what) {
    return done.stream().mapToLong(what).max().orElse(0);
  }
}
