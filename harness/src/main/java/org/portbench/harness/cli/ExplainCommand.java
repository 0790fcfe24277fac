package org.portbench.harness.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.portbench.harness.console.ExplanationText;
import org.portbench.harness.experiment.Experiment;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.experiment.Knob;
import org.portbench.harness.experiment.Matrix;
import org.portbench.harness.experiment.Name;
import org.portbench.harness.experiment.Planner;
import org.portbench.harness.experiment.Plugins;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows one I/O step by step. */
@Command(
    name = "explain",
    sortOptions = false,
    customSynopsis = "portbench explain --strategy NAME [OPTIONS]",
    description = "Shows one I/O step by step: who does what, what it costs, what it changes.")
final class ExplainCommand implements Callable<Integer> {
  /** A tenth of a cell's operations warm it up: enough for metadata to be cached. */
  private static final long WARM = 10_000;

  /** For large requests, which take long and read metadata for themselves anyway. */
  private static final long WARM_ENOUGH = 500;

  private static final long MEGABYTE = 1 << 20;

  @ParentCommand PortbenchCommand portbench;

  @Option(
      names = "--strategy",
      required = true,
      paramLabel = "NAME",
      description = "The strategy to explain.")
  String strategy;

  @Option(names = "--machine", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
  String machine = "server-2024";

  @Option(
      names = "--op",
      paramLabel = "WHAT",
      description = "read or write, at a random place. Default: ${DEFAULT-VALUE}.")
  String operation = "read";

  @Option(names = "--size", paramLabel = "BYTES", description = "Default: ${DEFAULT-VALUE}.")
  String size = "4k";

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  String seed = "1";

  @Mixin PluginOption plugin;

  @Mixin HelpOption help;

  private StackOptions stack;

  @Spec
  void of(CommandSpec command) {
    stack = StackOptions.of(command, false);
  }

  /** What is explained. */
  enum Direction {
    READ,
    WRITE
  }

  @Override
  public Integer call() {
    Plugins plugins = plugin.plugins();
    Cell cell = new Planner(experiment(), plugins.names(), Map.of()).plan().cells().getFirst();
    Explanation explanation = Explanation.of(cell, plugins.strategies().create(cell.strategy()));
    Surroundings surroundings = portbench.surroundings();
    String title = operation + " of " + size;
    surroundings.out().println(new ExplanationText(explanation, title, surroundings.ink()).text());
    return ExitCode.PASSED;
  }

  private Experiment experiment() {
    Direction direction = new Knob("--op").choice(operation, Direction.values());
    String workload =
        switch (direction) {
          case READ -> "randread-4k";
          case WRITE -> "randwrite-4k";
        };
    long bytes = new Knob("--size").size(size);
    Matrix matrix =
        new Matrix(
            List.of(Name.typed(machine)),
            List.of(Name.typed(strategy)),
            List.of(Name.typed(workload)),
            List.of(bytes),
            List.of(),
            stack.words(),
            Optional.empty(),
            OptionalLong.of(bytes <= MEGABYTE ? WARM : WARM_ENOUGH));
    return Experiments.bare().changedBy(matrix, OptionalLong.of(new Knob("--seed").seed(seed)));
  }
}
