package org.portbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portbench.harness.experiment.ExperimentRun;
import org.portbench.reports.ComparisonReport;
import org.portbench.reports.export.Exports;
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
    description = {
      "Writes report.html, report.md and charts of a stored run again.",
      "With --export, what a run gives out is given out of a stored one."
    })
final class ReportCommand implements Callable<Integer> {
  @ParentCommand PortbenchCommand portbench;

  @Parameters(paramLabel = "RUN", description = "The directory of a run.")
  Path run;

  @Mixin ExportOption export;

  @Mixin HelpOption help;

  @Override
  public Integer call() throws IOException {
    Surroundings surroundings = portbench.surroundings();
    ExportOption.Asked exports = export.asked(Exports.OF_A_RUN, surroundings);
    RunResult stored = ResultStore.open(run);
    RunResult judged = stored.claims().isEmpty() ? ExperimentRun.judged(stored) : stored;
    ComparisonReport.write(judged, run);
    if (!stored.complete()) {
      surroundings
          .err()
          .println(
              "portbench: the run is incomplete: of its cells it has " + stored.cells().size());
    }
    exports.out().println(run.resolve("report.html"));
    return exports.written(Exports.of(judged), ExitCode.PASSED);
  }
}
