package org.portbench.harness.cli;

import java.util.concurrent.Callable;
import org.portbench.harness.gate.Suite;
import org.portbench.results.store.BaselineFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Writes the baseline anew. */
@Command(
    name = "update",
    sortOptions = false,
    description = {
      "Runs the suite and writes its baseline anew, for a change that is meant.",
      "Ends with 5, and writes nothing, where a cell failed."
    })
final class GateUpdateCommand implements Callable<Integer> {
  @ParentCommand GateCommand gate;

  @Mixin SuiteOptions options;

  @Mixin HelpOption help;

  @Override
  public Integer call() {
    Surroundings surroundings = gate.portbench.surroundings();
    Suite suite = options.suite(surroundings);
    BaselineFile file = options.file(suite, surroundings);
    Suite.Said said = suite.run();
    if (!said.failed().isEmpty()) {
      new Refusal(surroundings.err()).failed("the suite " + said.baseline().suite(), said.failed());
      return ExitCode.CELL_FAILED;
    }
    file.write(said.baseline());
    surroundings
        .out()
        .println(file.path() + ": written, " + said.baseline().cells().size() + " cells");
    return ExitCode.PASSED;
  }
}
