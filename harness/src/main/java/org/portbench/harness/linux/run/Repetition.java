package org.portbench.harness.linux.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.portbench.harness.linux.domain.Findings;
import org.portbench.harness.linux.domain.Words;

/**
 * What came of running a cell once more.
 *
 * @param domains what each reports, the client first
 * @param latenciesNs of the measured requests
 * @param notInFile requests whose data was not found in the file afterwards
 * @param readBackBytes what was looked for there
 */
record Repetition(List<Findings> domains, long[] latenciesNs, long notInFile, long readBackBytes) {

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

  long jvmCpuNs() {
    return domains.stream().mapToLong(found -> found.used().processCpuNs()).sum() - hopCpuNs();
  }

  long cpuNsPerOperation() {
    return hopCpuNs() / Math.max(1, latenciesNs.length);
  }

  long medianNs() {
    long[] sorted = LongStream.of(latenciesNs).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  long mismatches() {
    return notInFile + domains.stream().mapToLong(Findings::mismatches).sum();
  }

  long checkedBytes() {
    return readBackBytes + domains.stream().mapToLong(Findings::checkedBytes).sum();
  }
}
