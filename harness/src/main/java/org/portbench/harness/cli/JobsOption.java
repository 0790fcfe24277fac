package org.portbench.harness.cli;

import java.util.Optional;
import org.portbench.harness.experiment.Knob;
import picocli.CommandLine.Option;

/** How many cells are run at a time. */
final class JobsOption {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Cells that run at the same time. Default: one for each processor.")
  String jobs;

  int threads() {
    return Optional.ofNullable(jobs)
        .map(new Knob("--jobs")::jobs)
        .orElseGet(Runtime.getRuntime()::availableProcessors);
  }
}
