package org.portbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.portbench.harness.console.ConsoleObserver;
import org.portbench.harness.console.ValidationText;
import org.portbench.harness.experiment.CellPool;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Plugins;
import org.portbench.harness.validate.TargetTable;
import org.portbench.harness.validate.Targets;
import org.portbench.harness.validate.Validator;
import org.portbench.reports.ValidationReport;
import org.portbench.results.store.ValidationStore;
import org.portbench.results.validation.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows how far the model is from what has been published. */
@Command(
    name = "validate",
    sortOptions = false,
    customSynopsis = "portbench validate [OPTIONS]",
    description = {
      "Runs published measurements in the model and shows how far it is from them.",
      "A target that is not met is no failure of the command; its last line counts them.",
      "With --tier linux, the model with this machine's prices against this machine: each cell's",
      "latency, the ranks of strategies, where they cross. A gap is shown and no failure either."
    })
final class ValidateCommand implements Callable<Integer> {
  private static final String NAME = "validate";

  @ParentCommand PortbenchCommand portbench;

  @Option(
      names = "--targets",
      paramLabel = "NAME",
      description =
          "A built-in table of figures (portbench list targets) or a FILE.toml; may be repeated."
              + " Default: all built-in ones.")
  List<String> targets = new ArrayList<>();

  @Mixin ValidateOnLinux linux;

  @Mixin JobsOption jobs;

  @Mixin PluginOption plugin;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Where validate.json and the report are kept; a directory that holds a run is refused.",
        "Default: results/runs/TIME-validate in portbench's own folder."
      })
  Path out;

  @Mixin HelpOption help;

  @Override
  public Integer call() throws IOException {
    Plugins plugins = plugin.plugins();
    if (linux.asked()) {
      if (!targets.isEmpty()) {
        throw new ExperimentException("--targets does not go with --tier linux");
      }
      return linux.run(portbench, plugins, out);
    }
    Surroundings surroundings = portbench.surroundings();
    List<TargetTable> tables =
        (targets.isEmpty() ? Targets.names() : targets).stream().map(Targets::find).toList();
    Validator validator = new Validator(tables, plugins.names(), surroundings.environment());
    int threads = jobs.threads();
    RunFolder folder = RunFolder.of(out, surroundings.home(), NAME);
    ValidationStore store = ValidationStore.create(folder.path());
    ConsoleObserver observer =
        surroundings.observer(NAME, validator.cellCount(), threads, folder.shown());
    Validation validation = validator.run(new CellPool(plugins.strategies(), threads, observer));
    store.keep(validation);
    ValidationReport.write(validation, folder.path());
    surroundings
        .out()
        .println(new ValidationText(validation, folder.shown(), surroundings.ink()).text());
    return ExitCode.PASSED;
  }
}
