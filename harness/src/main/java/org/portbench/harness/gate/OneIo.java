package org.portbench.harness.gate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.Explanation;
import org.portbench.harness.run.Explanation.Charge;
import org.portbench.harness.run.Explanation.Step;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.Pace;
import org.portbench.strategies.MessagingStrategy;

/** What each step of one I/O is charged for, as text: steps and charges are sorted by name. */
final class OneIo {
  /** A tenth of them warm the machine up. */
  private static final long OPERATIONS = 2_000;

  private OneIo() {}

  /** Whether the cell asks for one I/O at a time, without end, so that one can be told apart. */
  static boolean canBeTold(Cell cell) {
    List<ClientPlan> clients = cell.workload().clients();
    return clients.size() == 1
        && !cell.workload().finite()
        && clients.getFirst().pace() instanceof Pace.ClosedLoop loop
        && loop.queueDepth() == 1;
  }

  static SortedMap<String, List<String>> of(Cell cell, MessagingStrategy strategy) {
    Cell warm =
        new Cell(
            cell.machine(),
            cell.stack(),
            cell.workload(),
            cell.strategy(),
            cell.seed(),
            OPERATIONS);
    SortedMap<String, SortedMap<String, Charge>> steps = new TreeMap<>();
    for (Step step : Explanation.of(warm, strategy).steps()) {
      for (Charge charge : step.charges()) {
        steps
            .computeIfAbsent(step.what(), _ -> new TreeMap<>())
            .merge(charge.what(), charge, OneIo::sum);
      }
    }
    SortedMap<String, List<String>> texts = new TreeMap<>();
    steps.forEach(
        (step, charges) -> texts.put(step, charges.values().stream().map(OneIo::text).toList()));
    return texts;
  }

  private static String text(Charge charge) {
    return charge.what() + " x " + charge.times() + " = " + charge.ps() + " ps";
  }

  private static Charge sum(Charge a, Charge b) {
    return new Charge(a.category(), a.what(), a.times() + b.times(), a.ps() + b.ps());
  }
}
