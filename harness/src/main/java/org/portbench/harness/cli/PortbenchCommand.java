package org.portbench.harness.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that has the others. */
@Command(
    name = "portbench",
    description = {
      "What does it cost to pass I/O data from one protection domain to the next?",
      "portbench runs each way of doing so in a model of a machine, and compares."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:passed",
      "1:a regression, or a modeled metric that changed",
      "2:the command line, a file named on it, or a directory that is taken or cannot be written",
      "3:inconclusive: the wall clock could not tell",
      "4:a stored run or baseline that cannot be read or compared",
      "5:a cell failed; the others stand",
      "70:a mistake of portbench's own (PORTBENCH_DEBUG=1 shows where)",
      "130:interrupted; finished cells are kept, run --resume does the rest"
    })
final class PortbenchCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final List<String> args;

  @Spec CommandSpec spec;

  PortbenchCommand(Surroundings surroundings, List<String> args) {
    this.surroundings = surroundings;
    this.args = List.copyOf(args);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  List<String> args() {
    return args;
  }

  /** As the shell would take it again. */
  String commandLine() {
    return new ShellWords("portbench", args).text();
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }
}
