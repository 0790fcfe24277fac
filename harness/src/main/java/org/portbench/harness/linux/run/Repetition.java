package org.portbench.harness.linux.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.portbench.harness.linux.domain.Findings;
import org.portbench.harness.linux.domain.Words;

/**
 * What came of running a cell once more.
 *
 * @param domains what each reports, the client first
 * @param latencies of the measured requests, in nanoseconds
 * @param notInFile requests whose data was not found in the file afterwards
 * @param readBackBytes what was looked for there
 */
record Repetition(List<Findings> domains, Histogram latencies, long notInFile, long readBackBytes) {

  static final int SIGNIFICANT_DIGITS = 3;

  static List<Findings> findings(List<Words> answers) {
    return answers.stream().map(Findings::of).toList();
  }

  /** The first domain that has kept something open, in words. */
  static Optional<String> leak(List<Words> answers) {
    return IntStream.range(0, answers.size())
        .filter(i -> answers.get(i).number("left") != 0)
        .mapToObj(i ->
            "domain "
                + i
                + " has "
                + answers.get(i).number("left")
                + " descriptors or mappings left")
        .findFirst();
  }

  long hopCpuNs() {
    return domains.stream().mapToLong(found -> found.used().cpuNs()).sum();
  }

  /** Two clocks are read one after the other, so that where there is nothing it may seem less. */
  long jvmCpuNs() {
    return domains.stream()
        .mapToLong(found -> Math.max(0, found.used().processCpuNs() - found.used().cpuNs()))
        .sum();
  }

  long cpuNsPerOperation() {
    return hopCpuNs() / Math.max(1, latencies.getTotalCount());
  }

  long medianNs() {
    return latencies.getValueAtPercentile(50);
  }

  long mismatches() {
    return notInFile + domains.stream().mapToLong(Findings::mismatches).sum();
  }

  long checkedBytes() {
    return readBackBytes + domains.stream().mapToLong(Findings::checkedBytes).sum();
  }
}
