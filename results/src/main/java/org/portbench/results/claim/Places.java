package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Where settings ran, in words: the machine, and the stack where it takes that to tell. */
record Places(boolean severalStacks) {

  static Places among(List<Finding> findings) {
    return new Places(findings.stream().map(f -> f.setting().key().stack()).distinct().count() > 1);
  }

  String of(Setting setting) {
    return severalStacks ? setting.place() : setting.machine();
  }

  /** In the order in which the run has them. */
  SequencedMap<String, List<Finding>> grouped(List<Finding> findings) {
    SequencedMap<String, List<Finding>> byPlace = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byPlace.computeIfAbsent(of(finding.setting()), _ -> new ArrayList<>()).add(finding);
    }
    return byPlace;
  }
}
