package org.portbench.harness.robust;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.experiment.Experiment;
import org.portbench.harness.experiment.ExperimentRun;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.experiment.Matrix;
import org.portbench.harness.experiment.Name;
import org.portbench.harness.experiment.Planner;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.Trial;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/**
 * The PC of 2003 as if everything had been measured, but for a few numbers; and with a device so
 * slow to address that small random reads through vm-object cost almost what they cost in the
 * kernel.
 */
final class TwoEstimates {
  static final Strategies STRATEGIES = new Strategies(TwoEstimates.class.getClassLoader());

  private TwoEstimates() {}

  /**
   * @param estimates by key, with their values
   */
  static MachineProfile machine(Map<String, String> estimates) {
    MachineProfile pc = MachineProfiles.builtIn("pc-2003");
    List<Number> numbers = new ArrayList<>();
    pc.numbers().forEach(n -> numbers.add(new Number(n.key(), n.value(), "verified", "test")));
    Prices prices = new Prices(pc);
    for (Primitive primitive : Primitive.values()) {
      if (primitive != Primitive.SYSTEM_CALL) {
        String key = "measured." + primitive.name().toLowerCase(Locale.ROOT) + "_ns";
        String ns = BigDecimal.valueOf(prices.of(primitive), 3).toPlainString();
        numbers.add(new Number(key, ns, "verified", "test"));
      }
    }
    estimates.forEach((key, value) -> numbers.add(new Number(key, value, "estimate", "test")));
    return MachineProfiles.with(pc, numbers.toArray(Number[]::new));
  }

  /** Random reads of 4 KiB through two layers. */
  static List<Cell> cells(MachineProfile machine, List<String> strategies) {
    Matrix matrix =
        new Matrix(
            List.of(Name.typed("pc-2003")),
            strategies.stream().map(Name::typed).toList(),
            List.of(Name.typed("randread-4k")),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            OptionalLong.of(100));
    Experiment experiment = Experiments.bare().changedBy(matrix, OptionalLong.of(1));
    return new Planner(experiment, strategies, Map.of())
        .plan().cells().stream().map(cell -> LeanCells.on(cell, machine)).toList();
  }

  static RunResult run(List<Cell> cells) {
    List<TrialResult> results =
        cells.stream()
            .map(cell -> new Trial(cell, STRATEGIES.create(cell.strategy())).run())
            .collect(Collectors.toList());
    return ExperimentRun.judged(
        new RunResult("two", 1, true, new TreeMap<>(), results, List.of(), List.of(), List.of()));
  }
}
