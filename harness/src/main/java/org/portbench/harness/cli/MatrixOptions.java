package org.portbench.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.harness.experiment.Knob;
import org.portbench.harness.experiment.Matrix;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a user may change in an experiment's lists. */
final class MatrixOptions {
  @Option(
      names = "--machine",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "NAME,...",
      description = "Machines, or paths of machine profiles (*.toml).")
  List<String> machines = new ArrayList<>();

  @Option(
      names = "--strategy",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "NAME,...",
      description = "Strategies.")
  List<String> strategies = new ArrayList<>();

  @Option(
      names = "--workload",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "NAME,...",
      description = "Workloads, or paths of fio jobs (*.fio) and iologs (*.iolog).")
  List<String> workloads = new ArrayList<>();

  @Option(
      names = "--size",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "BYTES,...",
      description = "Request sizes of built-in workloads: 512, 4k, 1m; at most 64m.")
  List<String> sizes = new ArrayList<>();

  @Option(
      names = "--queue-depth",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,...",
      description = "Requests that a client has outstanding, 1 to 65536.")
  List<String> queueDepths = new ArrayList<>();

  @Option(
      names = "--operations",
      paramLabel = "N",
      description = {
        "Reads and writes that a cell measures.",
        "Default: all of what ends by itself, up to 100000; of other workloads 10000 with requests"
            + " up to 16k, 1000 up to 64k, 200 beyond."
      })
  String operations;

  @Option(
      names = "--replay",
      paramLabel = "HOW",
      description = "Recorded iologs: asap (as fast as it goes) or timed (as recorded).")
  String replay;

  private StackOptions stack;

  @Spec(Spec.Target.MIXEE)
  void of(CommandSpec command) {
    stack = StackOptions.of(command, true);
  }

  /** Whether the user said what is to be compared, and so needs no experiment. */
  boolean namesWhatToCompare() {
    return !machines.isEmpty() || !strategies.isEmpty() || !workloads.isEmpty();
  }

  Matrix matrix() {
    return new Matrix(
        new Knob("--machine").names(machines),
        new Knob("--strategy").names(strategies),
        new Knob("--workload").names(workloads),
        new Knob("--size").sizes(sizes),
        new Knob("--queue-depth").queueDepths(queueDepths),
        stack.words(),
        Optional.ofNullable(replay).map(new Knob("--replay")::replay),
        Optional.ofNullable(operations).stream()
            .mapToLong(new Knob("--operations")::operations)
            .findFirst());
  }
}
