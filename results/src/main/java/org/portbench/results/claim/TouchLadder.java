package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a claim in settings that differ only in the share of requests whose data layers
 * touch.
 *
 * @param holdsUntouched whether it holds where they touch none
 * @param steps what could be judged where they touch some, the smallest share first
 */
record TouchLadder(boolean holdsUntouched, List<Finding> steps) {
  private static final long ALL = 100;

  /** Those of all settings in which layers touch data, in the order of the run. */
  static List<TouchLadder> of(List<Finding> findings) {
    Map<Setting.Kin, List<Finding>> byKin = new LinkedHashMap<>();
    findings.forEach(f -> byKin.computeIfAbsent(f.setting().kin(), _ -> new ArrayList<>()).add(f));
    return byKin.values().stream()
        .map(TouchLadder::ofKin)
        .filter(ladder -> !ladder.steps.isEmpty())
        .toList();
  }

  private static TouchLadder ofKin(List<Finding> kin) {
    return new TouchLadder(
        kin.stream().filter(f -> !f.setting().layersTouchData()).anyMatch(Limits::met),
        kin.stream()
            .filter(f -> f.setting().layersTouchData() && f.judged())
            .sorted(Comparator.comparingLong(f -> f.setting().touchShare()))
            .toList());
  }

  boolean flips() {
    return holdsUntouched && !stillHolds();
  }

  boolean stillHolds() {
    return steps.stream().allMatch(Limits::met);
  }

  /** The workload, with the share from which on it flips where that is not simply all. */
  String whereItFlips() {
    long from =
        steps.stream()
            .filter(step -> !Limits.met(step))
            .mapToLong(step -> step.setting().touchShare())
            .min()
            .orElseThrow();
    return workload() + (steps.size() == 1 && from == ALL ? "" : " from " + from + " % on");
  }

  /** The workload, with the largest share tried where that is not all. */
  String whereItStillHolds() {
    long to = setting().touchShare();
    return workload() + (to == ALL ? "" : " up to " + to + " %");
  }

  String workload() {
    return setting().key().workload();
  }

  /** The one in which most requests are touched. */
  Setting setting() {
    return steps.getLast().setting();
  }
}
