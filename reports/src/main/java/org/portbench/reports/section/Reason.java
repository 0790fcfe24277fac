package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.reports.compare.AddedTime;
import org.portbench.reports.compare.AddedTime.Purpose;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.text.Quantities;

/**
 * What a strategy adds to the CPU time of an I/O, machine by machine, and what that is spent on.
 */
record Reason(String strategy, List<Comparison> comparisons) {

  private static final double LITTLE = 0.25;

  /** A sentence; none where the strategy adds nothing or there is no in-kernel stack. */
  String words() {
    Map<String, AddedTime> byMachine = byMachine();
    if (byMachine.isEmpty()) {
      return "";
    }
    boolean hardlyData =
        byMachine.values().stream().allMatch(added -> added.share(Purpose.DATA) < LITTLE);
    List<String> parts = new ArrayList<>();
    byMachine.forEach((machine, added) ->
        parts.add(
            "on "
                + machine
                + " "
                + times(added)
                + (parts.isEmpty() ? " of CPU time per I/O, " : ", ")
                + parts(added)));
    return "What "
        + strategy
        + " adds to the in-kernel stack "
        + (hardlyData ? "has little to do with data: " : "is ")
        + String.join("; ", parts)
        + ".";
  }

  private Map<String, AddedTime> byMachine() {
    Map<String, List<Comparison>> comparable = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      if (!comparison.layersTouchData()) {
        comparable
            .computeIfAbsent(comparison.question().machine(), _ -> new ArrayList<>())
            .add(comparison);
      }
    }
    Map<String, AddedTime> byMachine = new LinkedHashMap<>();
    comparable.forEach((machine, own) -> byMachine.put(machine, AddedTime.of(strategy, own)));
    byMachine.values().removeIf(added -> !added.isSome());
    return byMachine;
  }

  private static String times(AddedTime added) {
    String least = Quantities.time(added.ns().getMin());
    String most = Quantities.time(added.ns().getMax());
    String unit = most.substring(most.indexOf(' '));
    return least.equals(most) ? least : least.replace(unit, "") + " to " + most;
  }

  /** The largest parts, and beside them always the data's, about which the argument was. */
  private static String parts(AddedTime added) {
    List<Purpose> most = new ArrayList<>(added.most());
    if (!most.contains(Purpose.DATA)) {
      most.add(Purpose.DATA);
    }
    return Words.listed(
        most, purpose -> Quantities.percent(added.share(purpose)) + " " + purpose.words());
  }
}
