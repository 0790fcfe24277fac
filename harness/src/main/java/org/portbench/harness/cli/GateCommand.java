package org.portbench.harness.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** The command that has those of the regression gate. */
@Command(
    name = "gate",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      GateCheckCommand.class,
      GateUpdateCommand.class,
      GateSelftestCommand.class,
      GateDuetCommand.class,
      GateCalibrateCommand.class
    },
    description = {
      "Keeps what the model says, and notices when it says something else.",
      "The baseline is a file under version control: who changes a result on purpose changes it in"
          + " the same commit."
    })
final class GateCommand {
  @ParentCommand PortbenchCommand portbench;

  @Mixin HelpOption help;

  /** Of what is measured by the wall clock, one thing at a time. */
  RunEnvironment environment(RunFolder folder) {
    return new RunEnvironment(
        portbench.commandLine(), 1, folder, List.of(), portbench.surroundings());
  }
}
