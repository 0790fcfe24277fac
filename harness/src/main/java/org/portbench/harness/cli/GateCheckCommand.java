package org.portbench.harness.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.portbench.harness.console.ChargesText;
import org.portbench.harness.console.ComparisonText;
import org.portbench.harness.console.Ink;
import org.portbench.harness.gate.Suite;
import org.portbench.harness.run.Cell;
import org.portbench.reports.export.Exports;
import org.portbench.results.exact.Baseline;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.InputChange;
import org.portbench.results.store.BaselineFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Compares what the model says with the baseline. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Runs the suite and compares each metric, to the last unit, with the baseline.",
      "Ends with 0 where all is the same, 1 where a metric changed (which, and in which steps of an"
          + " I/O), 4 where the baseline cannot be read or has other cells, 5 where a cell failed."
    })
final class GateCheckCommand implements Callable<Integer> {
  private static final int METRICS_OF_A_CELL = 4;

  @ParentCommand GateCommand gate;

  @Mixin SuiteOptions options;

  @Mixin ExportOption export;

  @Mixin HelpOption help;

  @Override
  public Integer call() {
    Surroundings surroundings = gate.portbench.surroundings();
    ExportOption.Asked exports = export.asked(Exports.OF_A_COMPARISON, surroundings);
    Suite suite = options.suite(surroundings);
    BaselineFile file = options.file(suite, surroundings);
    String title = "gate check of " + suite.plan().experiment().name();
    Baseline baseline = exports.read(title, file::read);
    Suite.Said said = suite.run();
    Comparison comparison = Comparison.of(baseline.cells(), said.baseline().cells());
    List<InputChange> inputs = InputChange.between(baseline.inputs(), said.baseline().inputs());
    lines(suite, inputs, comparison, surroundings.ink()).forEach(exports.out()::println);
    String where = "the suite " + said.baseline().suite();
    Refusal refusal = new Refusal(surroundings.err());
    refusal.failed(where, said.failed());
    refusal.unmatched(comparison, file.path().toString(), where);
    int code = refusal.exitCode(comparison);
    if (code == ExitCode.REGRESSION || code == ExitCode.UNREADABLE) {
      exports
          .out()
          .println("Where that is meant, portbench gate update writes " + file.path() + " anew.");
    }
    return exports.written(Exports.of(refusal.verdicts(title, inputs, comparison)), code);
  }

  private static List<String> lines(
      Suite suite, List<InputChange> inputs, Comparison comparison, Ink ink) {
    Map<String, String> strategies =
        suite.plan().cells().stream()
            .collect(Collectors.toMap(cell -> cell.identity().id(), Cell::strategy));
    List<String> lines = new ChargesText(comparison.changed(), strategies::get, ink).lines();
    lines.addAll(new ComparisonText(inputs, comparison, METRICS_OF_A_CELL, false, ink).lines());
    return lines;
  }
}
