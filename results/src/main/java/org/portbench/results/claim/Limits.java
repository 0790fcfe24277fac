package org.portbench.results.claim;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.results.claim.Finding.State;

/**
 * Where a claim holds and where not, one sentence per machine and stack. Where the size of the
 * requests alone tells the two apart, the sentence says at which size.
 */
record Limits(List<Finding> findings) {

  List<String> sentences() {
    Map<String, List<Finding>> byPlace = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byPlace.computeIfAbsent(finding.setting().place(), _ -> new ArrayList<>()).add(finding);
    }
    List<String> sentences = new ArrayList<>();
    byPlace.forEach((place, found) -> describe(place, found, sentences));
    return sentences;
  }

  private static void describe(String place, List<Finding> found, List<String> sentences) {
    List<Finding> met = inState(found, State.MET);
    List<Finding> unmet = inState(found, State.NOT_MET);
    if (!met.isEmpty() && !unmet.isEmpty()) {
      sentences.add(place + ": " + divided(met, unmet));
    } else if (!met.isEmpty()) {
      sentences.add(place + ": holds for " + names(met));
    } else if (!unmet.isEmpty()) {
      sentences.add(place + ": does not hold for " + names(unmet));
    }
    for (Finding missing : inState(found, State.MISSING)) {
      sentences.add(place + ": not judged for " + name(missing) + ": " + missing.why());
    }
  }

  private static String divided(List<Finding> met, List<Finding> unmet) {
    if (smallest(met) > largest(unmet)) {
      return "holds for requests of "
          + Size.words(smallest(met))
          + " and more ("
          + names(met)
          + "), not of "
          + Size.words(largest(unmet))
          + " and less ("
          + names(unmet)
          + ")";
    }
    if (largest(met) < smallest(unmet)) {
      return "holds for requests of "
          + Size.words(largest(met))
          + " and less ("
          + names(met)
          + "), not of "
          + Size.words(smallest(unmet))
          + " and more ("
          + names(unmet)
          + ")";
    }
    return "holds for " + names(met) + ", not for " + names(unmet);
  }

  private static List<Finding> inState(List<Finding> found, State state) {
    return found.stream().filter(finding -> finding.state() == state).toList();
  }

  private static long smallest(List<Finding> found) {
    return found.stream().mapToLong(Limits::bytes).min().orElseThrow();
  }

  private static long largest(List<Finding> found) {
    return found.stream().mapToLong(Limits::bytes).max().orElseThrow();
  }

  private static long bytes(Finding finding) {
    return finding.setting().requestBytes();
  }

  private static String names(List<Finding> found) {
    return found.stream().map(Limits::name).collect(joining(", "));
  }

  private static String name(Finding finding) {
    return finding.setting().key().workload();
  }
}
