package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.portbench.results.Measurement;
import org.portbench.results.TrialResult;

/**
 * A number of a cell by its place in the result file, or a sum of several of one kind, as in {@code
 * breakdownNs.map+fault+tlb}. A category of time that a cell does not list took none; any other
 * number that it does not list is unknown.
 */
record Metric(String name, List<String> parts) {

  private static final Set<String> PLAIN =
      Set.of("operations", "syncs", "bytes", "requestBytes", "cpuNsPerOperation", "elapsedPs");
  private static final Set<String> TIMES = Set.of("totalsPs", "breakdownNs");
  private static final Set<String> KINDS =
      Set.of("totalsPs", "breakdownNs", "counters", "latencyNs", "throughput", "payload");

  static boolean known(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? PLAIN.contains(name)
        : KINDS.contains(name.substring(0, dot)) && dot + 1 < name.length();
  }

  static Metric named(String name) {
    int dot = name.indexOf('.');
    String kind = name.substring(0, dot + 1);
    List<String> parts = new ArrayList<>();
    for (String part : name.substring(dot + 1).split("\\+", -1)) {
      parts.add(kind + part);
    }
    return new Metric(name, List.copyOf(parts));
  }

  String words() {
    return Wording.of(name);
  }

  /** Why a cell may lack it. */
  String missing(String strategy) {
    return name.startsWith("counters.")
        ? words() + " is not modeled yet"
        : "no " + words() + " of " + strategy;
  }

  OptionalLong of(TrialResult cell) {
    Map<String, OptionalLong> numbers =
        Measurement.of(cell).stream()
            .collect(Collectors.toMap(Measurement::metric, Measurement::value));
    long sum = 0;
    for (String part : parts) {
      OptionalLong value = numbers.getOrDefault(part, whereUnlisted(part));
      if (value.isEmpty()) {
        return OptionalLong.empty();
      }
      sum = Math.addExact(sum, value.getAsLong());
    }
    return OptionalLong.of(sum);
  }

  private static OptionalLong whereUnlisted(String part) {
    String kind = part.substring(0, Math.max(0, part.indexOf('.')));
    return TIMES.contains(kind) ? OptionalLong.of(0) : OptionalLong.empty();
  }
}
