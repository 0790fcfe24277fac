package org.portbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.portbench.harness.console.ConsoleObserver;
import org.portbench.harness.console.Summary;
import org.portbench.harness.experiment.Experiment;
import org.portbench.harness.experiment.ExperimentRun;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.experiment.Knob;
import org.portbench.harness.experiment.Plan;
import org.portbench.harness.experiment.Planner;
import org.portbench.harness.experiment.Plugins;
import org.portbench.harness.experiment.RunPlace;
import org.portbench.reports.export.Exports;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.store.Unfinished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs an experiment and shows what came of it. */
@Command(
    name = "run",
    sortOptions = false,
    customSynopsis = {
      "portbench run [EXPERIMENT | FILE.toml] [OPTIONS]",
      "portbench run --resume DIR"
    },
    description = {
      "Runs an experiment: every combination of its lists is a cell.",
      "Options that take lists take them with commas and replace the experiment's own."
    },
    footer = {
      "",
      "Without an experiment, --machine, --strategy or --workload make one: what they leave open"
          + " is server-2024, all strategies, randread-4k, two layers in user space that touch"
          + " nothing. Without them too, dillon-2003 is run.",
      "",
      "--tier linux measures on this machine: a process for each layer, real messages, data checked"
          + " at the far end. It knows --strategy, --workload, --size, --queue-depth (to 32),"
          + " --layers, --touch, --layer-cpu and --operations; without an experiment it writes and"
          + " reads 4k, 64k and 1m at random. What this kernel or these rights do not allow is"
          + " skipped, with the reason.",
      "",
      "Ends with 0 where all cells passed, or the run to be resumed is complete; 2 where the"
          + " directory is taken or cannot be written, the disk being full, say; 4 where what is"
          + " to be resumed is damaged, or this portbench would run other cells; 5 where a cell"
          + " failed; 130 where it was interrupted."
    })
final class RunCommand implements Callable<Integer> {
  @ParentCommand PortbenchCommand portbench;

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      description = "A built-in experiment or a FILE.toml. Default: dillon-2003.")
  String experiment;

  @Mixin LinuxOptions linux;

  @Mixin MatrixOptions options;

  @Option(names = "--seed", paramLabel = "N", description = "Where all chance comes from.")
  String seed;

  @Mixin JobsOption jobs;

  @Option(
      names = "--robust",
      negatable = true,
      arity = "0",
      description = {
        "Halves and doubles each estimate of the machines, one at a time, and says which verdicts"
            + " flip.",
        "Default: only of dillon-2003, where it takes about as long as the cells"
            + " (--no-robust leaves it out)."
      })
  Optional<Boolean> robust = Optional.empty();

  @Mixin PluginOption plugin;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Where the run is kept; a directory that holds a run is refused.",
        "Default: results/runs/TIME-EXPERIMENT in portbench's own folder."
      })
  Path out;

  @Mixin ExportOption export;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = {
        "Goes on with a run that was interrupted or killed: its finished cells stand, the others"
            + " are run as they were asked for. Only --jobs and --export may be beside it."
      })
  Path resume;

  @Mixin HelpOption help;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (resume != null) {
      return new Resumption(this).run();
    }
    if (linux.linux()) {
      return new LinuxSession(this).run();
    }
    Plugins plugins = plugin.plugins();
    Plan plan = plan(plugins);
    RunFolder folder = RunFolder.of(out, portbench.surroundings().home(), plan.experiment().name());
    return run(plan, plugins, folder, Optional.empty());
  }

  Plan plan(Plugins plugins) {
    return new Planner(experiment(plugins), plugins.names(), portbench.surroundings().environment())
        .plan();
  }

  /**
   * Runs what the options ask for.
   *
   * @param unfinished what an earlier process has kept in the folder, if one has
   */
  int run(Plan plan, Plugins plugins, RunFolder folder, Optional<Unfinished> unfinished)
      throws IOException {
    Surroundings surroundings = portbench.surroundings();
    ExportOption.Asked exports = export.asked(Exports.OF_A_RUN, surroundings);
    int threads = jobs.threads();
    RunEnvironment environment =
        new RunEnvironment(portbench.commandLine(), threads, folder, plugin.jars, surroundings);
    ConsoleObserver observer =
        surroundings.observer(
            plan.experiment().name(), plan.cells().size(), threads, folder.shown());
    Optional<RunResult> run =
        new ExperimentRun(
                plan,
                plugins.strategies(),
                threads,
                robust(plan),
                new RunPlace(folder.path(), portbench.args(), unfinished),
                () ->
                    unfinished
                        .map(known -> environment.factsAfter(known.run().environment()))
                        .orElseGet(environment::facts),
                observer)
            .run();
    run.ifPresent(result ->
        exports.out().println(new Summary(result, folder.shown(), surroundings.ink()).text()));
    return run.map(result -> exports.written(Exports.of(result), exitCode(result)))
        .orElse(ExitCode.INTERRUPTED);
  }

  private Experiment experiment(Plugins plugins) {
    Experiment chosen =
        experiment == null && options.namesWhatToCompare()
            ? Experiments.bare()
            : Experiments.find(experiment == null ? Experiments.DEFAULT : experiment);
    return chosen.with(plugins.added()).changedBy(options.matrix(), seed());
  }

  private boolean robust(Plan plan) {
    return robust.orElse(plan.experiment().name().equals(Experiments.DEFAULT));
  }

  OptionalLong seed() {
    return Optional.ofNullable(seed).stream().mapToLong(new Knob("--seed")::seed).findFirst();
  }

  static int exitCode(RunResult run) {
    boolean failed = run.cells().stream().anyMatch(cell -> cell.status() == Status.FAILED);
    return failed ? ExitCode.CELL_FAILED : ExitCode.PASSED;
  }
}
