package org.portbench.harness.cli;

import static org.portbench.results.store.StoreException.Kind.CONTENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Plugins;
import org.portbench.reports.ComparisonReport;
import org.portbench.reports.export.Exports;
import org.portbench.results.RunResult;
import org.portbench.results.store.ResultStore;
import org.portbench.results.store.StoreException;
import org.portbench.results.store.Unfinished;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Goes on with a run as its own record says, instead of the command line. */
record Resumption(RunCommand command) {
  private static final Set<String> BESIDE = Set.of("--resume", "--jobs", "--export");

  int run() throws IOException {
    requireAlone();
    RunFolder folder = new RunFolder(command.resume);
    Optional<Unfinished> unfinished = ResultStore.unfinished(folder.path());
    if (unfinished.isEmpty()) {
      return complete(folder);
    }
    RunCommand asked = asked(folder, unfinished.get());
    if (asked.linux.linux()) {
      throw new StoreException(
          CONTENT,
          folder.path()
              + ": was measured (tier linux), where cells are taken in turns; run it again");
    }
    try {
      Plugins plugins = asked.plugin.plugins();
      return asked.run(asked.plan(plugins), plugins, folder, unfinished);
    } catch (ExperimentException e) {
      throw explained(e, unfinished.get());
    }
  }

  private void requireAlone() {
    boolean alone =
        command.experiment == null
            && command.spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .allMatch(BESIDE::contains);
    if (!alone) {
      throw new ExperimentException(
          "--resume stands alone, or with --jobs and --export: what is run was said when the run"
              + " began");
    }
  }

  /** Killed after its last file but one, a run may still lack its report. */
  private int complete(RunFolder folder) throws IOException {
    ExportOption.Asked exports =
        command.export.asked(Exports.OF_A_RUN, command.portbench.surroundings());
    RunResult run = ResultStore.open(folder.path());
    if (!Files.exists(folder.path().resolve("report.html"))) {
      ComparisonReport.write(run, folder.path());
    }
    exports.out().println(folder.shown() + ": the run is complete; nothing is left to do");
    return exports.written(Exports.of(run), ExitCode.PASSED);
  }

  /** The command as it was given when the run began. */
  private RunCommand asked(RunFolder folder, Unfinished unfinished) {
    List<String> arguments = unfinished.asked().arguments();
    PortbenchCommand portbench = new PortbenchCommand(command.portbench.surroundings(), arguments);
    CommandLine line = Commands.lineFor(portbench, arguments).setExpandAtFiles(false);
    try {
      line.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw noCommand(folder, e.getMessage());
    }
    CommandLine run = line.getSubcommands().get("run");
    if (run == null || run.getParseResult() == null) {
      throw noCommand(folder, "it does not begin with run");
    }
    RunCommand asked = run.getCommand();
    asked.export = command.export.words.isEmpty() ? asked.export : command.export;
    asked.jobs = command.jobs.jobs == null ? asked.jobs : command.jobs;
    return asked;
  }

  private static StoreException noCommand(RunFolder folder, String why) {
    return new StoreException(
        CONTENT,
        folder.path() + ": what was asked is not what this portbench can be asked: " + why);
  }

  /** Files are named as seen from where the run began. */
  private static ExperimentException explained(ExperimentException e, Unfinished unfinished) {
    String began = unfinished.run().environment().getOrDefault("workingDirectory", "");
    return began.equals(Path.of("").toAbsolutePath().toString())
        ? e
        : new ExperimentException(e.getMessage() + "; the run was begun in " + began);
  }
}
