package org.portbench.harness.linux.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.portbench.hardware.cost.Nearest;
import org.portbench.harness.experiment.Experiment;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.FoundWorkloads;
import org.portbench.harness.experiment.Matrix;
import org.portbench.harness.experiment.Name;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;
import org.portbench.harness.run.RequestSample;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.workload.Pace;
import org.portbench.harness.workload.Workload;

/**
 * Works out what an experiment means on a real kernel. What Linux has nothing like is refused where
 * the user asks for it, and left out, with a note, of an experiment that was made for the model.
 */
public final class LinuxPlanner {
  private static final int DEEPEST = 32;
  private static final int LONGEST_BYTES = 16 << 20;
  private static final int SHORTEST_BYTES = 512;
  private static final int MOST_LAYERS = 16;
  private static final Set<StackKnob> KNOWN =
      Set.of(StackKnob.LAYERS, StackKnob.TOUCH, StackKnob.LAYER_CPU);

  private final Experiment experiment;
  private final LinuxLists lists;
  private final ThisMachine machine = ThisMachine.find();
  private final FoundWorkloads workloads;
  private final Map<String, LinuxCell> cells = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  public LinuxPlanner(Experiment experiment, LinuxLists lists, Map<String, String> environment) {
    this.experiment = experiment;
    this.lists = lists;
    this.workloads = new FoundWorkloads(environment);
  }

  public LinuxPlan plan() {
    experiment.matrices().forEach(this::add);
    return new LinuxPlan(
        experiment.name(),
        experiment.seed(),
        machine,
        List.copyOf(cells.values()),
        lists.repetitions(),
        lists.deviceDirectory(),
        List.copyOf(notes));
  }

  private void add(Matrix matrix) {
    requireKnown(matrix);
    List<WayKind> ways = ways(matrix);
    for (Placement placement : placements(matrix)) {
      for (int layers : layers(matrix)) {
        for (Look touch : touches(matrix)) {
          for (Transport transport : lists.transports()) {
            for (DeviceKind device : lists.devices()) {
              for (Workload workload : workloads.variants(matrix, OptionalLong.empty())) {
                for (WayKind way : ways) {
                  add(matrix, way, transport, device, layers, touch, placement, workload);
                }
              }
            }
          }
        }
      }
    }
  }

  private void add(
      Matrix matrix,
      WayKind way,
      Transport transport,
      DeviceKind device,
      int layers,
      Look touch,
      Placement placement,
      Workload workload) {
    int bytes = bytes(workload);
    long operations =
        matrix.operations().orElse((long) CellLengths.measured(bytes) * lists.repetitions());
    long each = Math.ceilDiv(operations, (long) lists.repetitions());
    LinuxCell cell =
        new LinuxCell(
            machine.name(),
            way,
            transport,
            device,
            layers,
            touch,
            placement,
            workload,
            depth(workload),
            bytes,
            experiment.seed(),
            each * lists.repetitions());
    notes.add(way.word() + ": " + way.description());
    notes.add(device.word() + ": " + device.description());
    cells.putIfAbsent(cell.identity().id(), cell);
  }

  private void requireKnown(Matrix matrix) {
    for (StackKnob knob : StackKnob.values()) {
      boolean turned = matrix.stack(knob).stream().anyMatch(word -> !word.equals(knob.initial()));
      if (turned && !KNOWN.contains(knob)) {
        throw new ExperimentException(
            experiment.name() + ": --tier linux has no " + knob.option() + "; only the model has");
      }
    }
  }

  private List<WayKind> ways(Matrix matrix) {
    if (matrix.strategies().isEmpty()) {
      return List.of(WayKind.values());
    }
    List<WayKind> ways =
        matrix.strategies().stream().map(this::way).flatMap(Optional::stream).toList();
    if (ways.isEmpty()) {
      throw new ExperimentException(
          experiment.name() + ": none of its strategies is there on --tier linux");
    }
    return ways;
  }

  private Optional<WayKind> way(Name name) {
    Optional<WayKind> way = WayKind.of(name.text());
    if (way.isEmpty() && name.where().isEmpty()) {
      throw new ExperimentException(
          "--tier linux has no strategy '"
              + name.text()
              + "'; "
              + Nearest.hint(name.text(), WayKind.words()));
    }
    if (way.isEmpty()) {
      notes.add(name.text() + ": left out, since Linux has nothing like it");
    }
    return way;
  }

  private static List<Placement> placements(Matrix matrix) {
    return matrix.stack(StackKnob.LAYER_CPU).stream()
        .map(word -> word.equals("client") ? Placement.ONE_CPU : Placement.ALTERNATING)
        .toList();
  }

  private List<Integer> layers(Matrix matrix) {
    List<Integer> layers = matrix.stack(StackKnob.LAYERS).stream().map(Integer::parseInt).toList();
    if (layers.stream().anyMatch(n -> n > MOST_LAYERS)) {
      throw new ExperimentException(
          experiment.name() + ": --tier linux has at most " + MOST_LAYERS + " layers");
    }
    return layers;
  }

  private static List<Look> touches(Matrix matrix) {
    return matrix.stack(StackKnob.TOUCH).stream()
        .map(word ->
            switch (word) {
              case "metadata" -> Look.HEADER;
              case "data" -> Look.ALL;
              default -> Look.NOTHING;
            })
        .toList();
  }

  private static int depth(Workload workload) {
    boolean alone = workload.clients().size() == 1 && !workload.finite();
    if (alone && workload.clients().getFirst().pace() instanceof Pace.ClosedLoop loop) {
      if (loop.queueDepth() > DEEPEST) {
        throw new ExperimentException(
            workload.name() + ": --tier linux has a queue depth of at most " + DEEPEST);
      }
      return loop.queueDepth();
    }
    throw new ExperimentException(
        workload.name() + ": --tier linux runs one client's closed loop without an end");
  }

  private int bytes(Workload workload) {
    OptionalInt common = RequestSample.of(workload, experiment.seed()).commonBytes();
    int bytes = common.orElse(0);
    if (bytes < SHORTEST_BYTES || bytes > LONGEST_BYTES || bytes % SHORTEST_BYTES != 0) {
      throw new ExperimentException(
          workload.name()
              + ": --tier linux takes requests of one size, blocks of 512 bytes up to 16m");
    }
    return bytes;
  }
}
