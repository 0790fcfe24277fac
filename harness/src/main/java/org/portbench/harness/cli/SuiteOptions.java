package org.portbench.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.portbench.harness.console.ConsoleObserver;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.experiment.Plan;
import org.portbench.harness.experiment.Planner;
import org.portbench.harness.experiment.Plugins;
import org.portbench.harness.gate.Suite;
import org.portbench.results.store.BaselineFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which cells the gate runs, and what they are compared with. */
final class SuiteOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Default: results/baselines/SUITE.json in portbench's own folder.")
  Path baseline;

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      description =
          "An experiment, or a FILE.toml, whose cells are run. Default: ${DEFAULT-VALUE}.")
  String suite = "ci";

  @Mixin JobsOption jobs;

  @Mixin PluginOption plugin;

  Suite suite(Surroundings surroundings) {
    Plugins plugins = plugin.plugins();
    Plan plan =
        new Planner(
                Experiments.find(suite).with(plugins.added()),
                plugins.names(),
                surroundings.environment())
            .plan();
    int threads = jobs.threads();
    ConsoleObserver observer =
        surroundings.observer(plan.experiment().name(), plan.cells().size(), threads, "memory");
    return new Suite(plan, plugins.strategies(), threads, observer);
  }

  BaselineFile file(Suite asked, Surroundings surroundings) {
    String name = asked.plan().experiment().name() + ".json";
    return new BaselineFile(
        Optional.ofNullable(baseline)
            .orElseGet(
                () -> surroundings.home().resolve("results").resolve("baselines").resolve(name)));
  }
}
