package org.portbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portbench.harness.experiment.ExperimentRun;
import org.portbench.reports.ComparisonReport;
import org.portbench.results.RunResult;
import org.portbench.results.store.ResultStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the report of a stored run again. */
@Command(
    name = "report",
    sortOptions = false,
    description = "Writes report.html, report.md and charts of a stored run again.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand PortbenchCommand portbench;

  @Parameters(paramLabel = "RUN", description = "The directory of a run.")
  Path run;

  @Mixin HelpOption help;

  @Override
  public Integer call() throws IOException {
    RunResult stored = ResultStore.open(run);
    ComparisonReport.write(stored.claims().isEmpty() ? ExperimentRun.judged(stored) : stored, run);
    if (!stored.complete()) {
      portbench
          .surroundings()
          .err()
          .println(
              "portbench: the run is incomplete: of its cells it has " + stored.cells().size());
    }
    portbench.surroundings().out().println(run.resolve("report.html"));
    return ExitCode.PASSED;
  }
}
