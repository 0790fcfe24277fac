package org.portbench.reports.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.portbench.results.MachineNumber;
import org.portbench.results.RunResult;

/** A run's machines by age. */
final class Machines {
  private Machines() {}

  /** From the oldest to the newest; those of one year, or of none, as the run has them. */
  static List<String> byYear(RunResult run) {
    ToIntFunction<String> year = machine -> year(run, machine);
    return run.cells().stream()
        .map(cell -> cell.identity().machine())
        .distinct()
        .sorted(Comparator.comparingInt(year))
        .toList();
  }

  private static int year(RunResult run, String machine) {
    return run.machines().stream()
        .filter(number -> number.machine().equals(machine))
        .filter(number -> number.key().equals(MachineNumber.YEAR))
        .map(MachineNumber::value)
        .filter(value -> value.matches("\\d{4}"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
