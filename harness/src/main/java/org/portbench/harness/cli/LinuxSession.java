package org.portbench.harness.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.portbench.harness.console.ConsoleObserver;
import org.portbench.harness.console.Summary;
import org.portbench.harness.experiment.Experiment;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.linux.run.LinuxPlan;
import org.portbench.harness.linux.run.LinuxPlanner;
import org.portbench.harness.linux.run.LinuxRun;
import org.portbench.reports.export.Exports;
import org.portbench.results.RunResult;

/** Runs on this machine's kernel what the command asks for. */
record LinuxSession(RunCommand command) {

  int run() throws IOException {
    refuse("--machine", !command.options.machines.isEmpty());
    refuse("--replay", command.options.replay != null);
    refuse("--jobs", command.jobs.jobs != null);
    refuse("--robust", command.robust.isPresent());
    refuse("--plugin", !command.plugin.jars.isEmpty());
    Surroundings surroundings = command.portbench.surroundings();
    LinuxPlan plan =
        new LinuxPlanner(experiment(), command.linux.lists(), surroundings.environment()).plan();
    ExportOption.Asked exports = command.export.asked(Exports.OF_A_RUN, surroundings);
    RunFolder folder = RunFolder.of(command.out, surroundings.home(), plan.experiment());
    RunEnvironment environment =
        new RunEnvironment(command.portbench.commandLine(), 1, folder, List.of(), surroundings);
    ConsoleObserver observer =
        surroundings.observer(plan.experiment(), plan.cells().size(), 1, folder.shown());
    Optional<RunResult> run =
        new LinuxRun(plan, folder.path(), command.portbench.args(), environment::facts, observer)
            .run();
    run.ifPresent(result ->
        exports.out().println(new Summary(result, folder.shown(), surroundings.ink()).text()));
    return run.map(result -> exports.written(Exports.of(result), RunCommand.exitCode(result)))
        .orElse(ExitCode.INTERRUPTED);
  }

  private Experiment experiment() {
    Experiment chosen =
        command.experiment == null ? Experiments.onLinux() : Experiments.find(command.experiment);
    return chosen.changedBy(command.options.matrix(), command.seed());
  }

  private static void refuse(String option, boolean said) {
    if (said) {
      throw new ExperimentException(option + " does not go with --tier linux");
    }
  }
}
