package org.portbench.harness.linux.compare;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.portbench.harness.experiment.Experiment;
import org.portbench.harness.experiment.Matrix;
import org.portbench.harness.experiment.Name;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.run.LinuxCell;
import org.portbench.harness.linux.run.LinuxLists;
import org.portbench.harness.linux.run.LinuxPlan;
import org.portbench.harness.linux.run.LinuxPlanner;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.run.StackKnob;

/**
 * The cells that both tiers run. Strategies that cross domains are compared where a sink takes the
 * data and where a file does; the in-kernel stack has no kernel to enter before a sink in its own
 * process, so it is compared where there is a file. Reads are compared where there is a file, too:
 * a sink of the model hands out all of the data. A sink that looks at everything is compared behind
 * no layer: in the model all layers look, or none.
 *
 * @param repetitions of each cell on Linux
 * @param directory where the device's file is made
 */
public record Grid(boolean quick, Transport transport, int repetitions, Path directory) {
  private static final long SEED = 1;
  private static final List<Integer> ALONE = List.of(1);
  private static final List<Integer> DEEP = List.of(8);
  private static final List<String> CROSSING =
      List.of("copy", "mach-3", "fd", "vm-object", "registered");

  public LinuxPlan plan(Map<String, String> environment) {
    List<String> withDirect = Stream.concat(Stream.of("direct"), CROSSING.stream()).toList();
    List<Long> sizes = quick ? List.of(4L, 64L, 1024L) : List.of(4L, 16L, 64L, 256L, 1024L);
    List<String> writes = List.of("randwrite-4k");
    List<LinuxPlan> plans =
        List.of(
            plan(
                new Part(DeviceKind.SINK_HEADER, CROSSING, List.of("0", "2"), sizes, writes, ALONE),
                environment),
            plan(
                new Part(
                    DeviceKind.SINK_HEADER,
                    CROSSING,
                    quick ? List.of("0") : List.of("1", "4"),
                    List.of(4L, 64L, 1024L),
                    writes,
                    ALONE),
                environment),
            plan(
                new Part(
                    DeviceKind.SINK_HEADER,
                    CROSSING,
                    List.of("2"),
                    List.of(4L, 64L),
                    writes,
                    quick ? ALONE : DEEP),
                environment),
            plan(
                new Part(DeviceKind.SINK_DATA, CROSSING, List.of("0"), sizes, writes, ALONE),
                environment),
            plan(
                new Part(
                    DeviceKind.FILE,
                    withDirect,
                    quick ? List.of("2") : List.of("0", "2"),
                    quick ? List.of(4L, 1024L) : List.of(4L, 64L, 1024L),
                    List.of("randwrite-4k", "randread-4k"),
                    ALONE),
                environment));
    Map<String, LinuxCell> cells = new LinkedHashMap<>();
    plans.forEach(plan -> plan.cells().forEach(cell -> cells.put(cell.identity().id(), cell)));
    LinuxPlan first = plans.getFirst();
    return new LinuxPlan(
        "validate",
        SEED,
        first.machine(),
        List.copyOf(cells.values()),
        repetitions,
        directory,
        plans.stream().flatMap(plan -> plan.notes().stream()).distinct().toList());
  }

  private record Part(
      DeviceKind device,
      List<String> strategies,
      List<String> layers,
      List<Long> sizesKib,
      List<String> workloads,
      List<Integer> depths) {}

  private LinuxPlan plan(Part part, Map<String, String> environment) {
    Matrix matrix =
        new Matrix(
            List.of(),
            part.strategies().stream().map(Name::typed).toList(),
            part.workloads().stream().map(Name::typed).toList(),
            part.sizesKib().stream().map(kib -> kib << 10).toList(),
            part.depths(),
            Map.of(
                StackKnob.LAYERS,
                part.layers(),
                StackKnob.LAYER_CPU,
                quick ? List.of("own") : List.of("own", "client")),
            Optional.empty(),
            OptionalLong.empty());
    return new LinuxPlanner(
            new Experiment("validate", "", SEED, List.of(matrix)),
            new LinuxLists(List.of(transport), List.of(part.device()), repetitions, directory),
            environment)
        .plan();
  }
}
