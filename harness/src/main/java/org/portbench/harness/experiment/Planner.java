package org.portbench.harness.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Nearest;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.Hardware;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.run.StackSpec;
import org.portbench.harness.vfs.FileLayout;
import org.portbench.harness.workload.FileSpec;
import org.portbench.harness.workload.Workload;

/** Works an experiment out: finds what it names, multiplies its lists, refuses what cannot be. */
public final class Planner {
  private static final long MOST_CELLS = 20_000;

  private final List<String> knownStrategies;
  private final FoundMachines machines = new FoundMachines();
  private final FoundWorkloads workloads;
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Experiment experiment;

  /**
   * @param knownStrategies their names
   * @param environment for job files that ask for variables
   */
  public Planner(
      Experiment experiment, List<String> knownStrategies, Map<String, String> environment) {
    this.experiment = experiment;
    this.knownStrategies = List.copyOf(knownStrategies);
    this.workloads = new FoundWorkloads(environment);
  }

  public Plan plan() {
    experiment.matrices().forEach(this::requireReasonable);
    experiment.matrices().forEach(this::add);
    return new Plan(experiment, machines.all(), List.copyOf(cells.values()), List.copyOf(notes));
  }

  private void requireReasonable(Matrix matrix) {
    long count =
        Stream.concat(
                Stream.of(
                    matrix.machines(),
                    strategies(matrix),
                    matrix.workloads(),
                    matrix.sizes(),
                    matrix.queueDepths()),
                matrix.stack().values().stream())
            .mapToLong(list -> Math.max(1, list.size()))
            .reduce(1, Planner::times);
    if (count > MOST_CELLS) {
      throw new ExperimentException(
          experiment.name() + ": a matrix of " + count + " cells; at most " + MOST_CELLS);
    }
  }

  private static long times(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 ? a * b : Long.MAX_VALUE;
  }

  private void add(Matrix matrix) {
    List<String> strategies = strategies(matrix).stream().map(this::known).toList();
    for (Name machineName : matrix.machines()) {
      MachineProfile machine = machines.find(machineName);
      for (StackSpec stack : stacks(matrix)) {
        requirePossible(machine, stack);
        for (Workload workload : workloads.variants(matrix, filled(machine, stack))) {
          requireRoom(machine, workload);
          long operations = operations(matrix, workload);
          for (String strategy : strategies) {
            add(new Cell(machine, stack, workload, strategy, experiment.seed(), operations));
          }
        }
      }
    }
  }

  /** The memory that is to hold a part of the files, if any is to. */
  private static OptionalLong filled(MachineProfile machine, StackSpec stack) {
    return stack.number(StackKnob.CACHED) == 0
        ? OptionalLong.empty()
        : OptionalLong.of(machine.memory().totalBytes());
  }

  /** The lists may name the same cell twice. */
  private void add(Cell cell) {
    cells.putIfAbsent(cell.identity().id(), cell);
  }

  private List<Name> strategies(Matrix matrix) {
    return matrix.strategies().isEmpty()
        ? knownStrategies.stream().map(Name::typed).toList()
        : matrix.strategies();
  }

  private String known(Name strategy) {
    if (!knownStrategies.contains(strategy.text())) {
      String hint = Nearest.hint(strategy.text(), knownStrategies);
      throw strategy.error("unknown strategy '" + strategy.text() + "'; " + hint);
    }
    return strategy.text();
  }

  private static List<StackSpec> stacks(Matrix matrix) {
    List<StackSpec> stacks = List.of(StackSpec.PLAIN);
    for (StackKnob knob : StackKnob.values()) {
      stacks =
          stacks.stream()
              .flatMap(stack -> matrix.stack(knob).stream().map(word -> stack.with(knob, word)))
              .toList();
    }
    return stacks;
  }

  private static void requirePossible(MachineProfile machine, StackSpec stack) {
    new Hardware(machine, stack)
        .impossible()
        .ifPresent(why -> {
          throw new ExperimentException(why);
        });
  }

  private void requireRoom(MachineProfile machine, Workload workload) {
    long needed = new FileLayout(workload.files().stream().map(FileSpec::sizeBytes).toList()).end();
    long capacity = machine.device().capacityBytes();
    if (needed > capacity) {
      throw new ExperimentException(
          "workload %s needs %d bytes; the device of %s has %d"
              .formatted(workload.name(), needed, machine.name(), capacity));
    }
  }

  private long operations(Matrix matrix, Workload workload) {
    notes.addAll(workload.notes());
    if (matrix.operations().isPresent()) {
      return matrix.operations().getAsLong();
    }
    long operations = workloads.operations(workload, experiment.seed());
    if (workload.finite() && operations == DefaultOperations.MOST_OF_FINITE) {
      notes.add(
          workload.name()
              + ": only its first "
              + operations
              + " reads and writes are measured; --operations names another number");
    }
    return operations;
  }
}
