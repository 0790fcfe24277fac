package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.results.claim.Finding.State;

/** Where a claim holds, place by place, and what could not be judged. */
record Limits(List<Finding> findings) {

  /** As in "on pc-2003 for requests of 64 KiB and more"; none where nothing could be judged. */
  List<String> conditions() {
    List<Finding> judged = findings.stream().filter(Finding::judged).toList();
    if (judged.isEmpty()) {
      return List.of();
    }
    Map<String, String> extents = new LinkedHashMap<>();
    Places places = Places.among(findings);
    places
        .grouped(judged)
        .forEach((place, found) -> extents.put(place, Extent.of(found, Limits::met).words()));
    List<String> conditions = new ArrayList<>();
    Phrases.saidOnce(extents)
        .forEach((extent, where) -> conditions.add("on " + Phrases.and(where) + " " + extent));
    places
        .grouped(findings.stream().filter(f -> f.state() == State.MISSING).toList())
        .forEach((place, missing) -> conditions.addAll(unjudged(place, missing)));
    return conditions;
  }

  /** The names of all workloads, place by place; none where nothing could be judged. */
  List<String> details() {
    List<String> details = new ArrayList<>();
    if (findings.stream().noneMatch(Finding::judged)) {
      return details;
    }
    Places.among(findings)
        .grouped(findings)
        .forEach((place, found) -> {
          names(details, "met on " + place, found, State.MET);
          names(details, "not met on " + place, found, State.NOT_MET);
          names(details, "not judged on " + place, found, State.MISSING);
        });
    return details;
  }

  static boolean met(Finding finding) {
    return finding.state() == State.MET;
  }

  private static List<String> unjudged(String place, List<Finding> missing) {
    Map<String, List<Setting>> byReason = new LinkedHashMap<>();
    missing.forEach(
        f -> byReason.computeIfAbsent(f.why(), _ -> new ArrayList<>()).add(f.setting()));
    return byReason.entrySet().stream()
        .map(e -> "on " + place + " not judged for " + some(e.getValue()) + ": " + e.getKey())
        .toList();
  }

  private static String some(List<Setting> settings) {
    List<String> names = Extent.names(settings);
    return names.size() > 2 ? names.size() + " workloads" : Phrases.and(names);
  }

  private static void names(List<String> to, String what, List<Finding> found, State state) {
    List<Setting> settings =
        found.stream().filter(f -> f.state() == state).map(Finding::setting).toList();
    if (!settings.isEmpty()) {
      to.add(what + ": " + String.join(", ", Extent.names(settings)));
    }
  }
}
