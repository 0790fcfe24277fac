package org.portbench.harness.linux.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.linux.run.LinuxCell;
import org.portbench.harness.linux.run.LinuxPlan;
import org.portbench.harness.linux.run.Placement;
import org.portbench.results.TrialResult;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ComparedCell;
import org.portbench.results.agreement.Measured;
import org.portbench.results.agreement.Spot;
import org.portbench.strategies.Strategies;

/** Puts what the model says of a plan's cells beside what was measured of them. */
public record Comparison(LinuxPlan plan, MachineProfile machine, Strategies strategies) {
  private static final long PS_PER_NS = 1_000;

  /**
   * @param measured the cells' results, as far as there are any
   */
  public Agreement of(List<TrialResult> measured) {
    Map<String, TrialResult> byId =
        measured.stream().collect(Collectors.toMap(TrialResult::id, Function.identity()));
    ModelSide model = new ModelSide(machine, strategies);
    List<ComparedCell> cells = new ArrayList<>();
    for (LinuxCell cell : plan.cells()) {
      cells.add(compared(cell, model.of(cell), Optional.ofNullable(byId.get(id(cell)))));
    }
    return new Agreement(machine.name(), StandIns.notes(), cells);
  }

  private static String id(LinuxCell cell) {
    return cell.identity().id();
  }

  private static ComparedCell compared(
      LinuxCell cell, ModelSide.Said said, Optional<TrialResult> result) {
    Optional<Measured> measured = result.filter(TrialResult::passed).map(Comparison::measured);
    String onLinux =
        measured.isPresent()
            ? ""
            : result
                .map(r -> r.status().name().toLowerCase(Locale.ROOT) + ": " + r.reason())
                .orElse("not measured");
    boolean inModel = said.why().isEmpty();
    return new ComparedCell(
        spot(cell),
        cell.way().word(),
        cell.bytes(),
        inModel ? Optional.of(said.latencyNs()) : Optional.empty(),
        inModel ? Optional.of(said.cpuNs()) : Optional.empty(),
        measured,
        (said.why() + " " + onLinux).strip());
  }

  private static Spot spot(LinuxCell cell) {
    return new Spot(
        cell.device().word(),
        cell.layers(),
        cell.placement() == Placement.ONE_CPU ? "one CPU" : "alternating CPUs",
        ModelSide.reads(cell) ? "read" : "write",
        cell.depth());
  }

  private static Measured measured(TrialResult result) {
    long median =
        result.latencyNs().p50().orElseGet(() -> result.latencies().getValueAtPercentile(50));
    long own = result.totalsPs().getOrDefault("clientData", 0L) / PS_PER_NS;
    return new Measured(
        median,
        result.counters().getOrDefault("medianNsLeast", median),
        result.counters().getOrDefault("medianNsMost", median),
        Math.max(0, result.cpuNsPerOperation() - own / Math.max(1, result.operations())));
  }
}
