package org.portbench.harness.cli;

import java.util.List;
import org.portbench.harness.console.Listings;
import org.portbench.harness.experiment.Machines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says what there is. */
@Command(
    name = "list",
    description = "Lists what there is.",
    customSynopsis =
        "portbench list machines | machine NAME | strategies | workloads | experiments | targets",
    commandListHeading = "%nCommands:%n")
final class ListCommand {
  @ParentCommand PortbenchCommand portbench;

  @Mixin HelpOption help;

  @Command(description = "The machines that portbench brings.")
  void machines(@Mixin HelpOption asked) {
    print(Listings.machines());
  }

  @Command(description = "All numbers of a machine, with their sources.")
  void machine(
      @Mixin HelpOption asked,
      @Parameters(paramLabel = "NAME", description = "A machine, or the path of a profile.")
          String name) {
    print(Listings.machine(Machines.find(name)));
  }

  @Command(description = "The strategies, those of plug-ins too.")
  void strategies(@Mixin PluginOption plugin, @Mixin HelpOption asked) {
    print(Listings.strategies(plugin.plugins().strategies()));
  }

  @Command(description = "The workloads that need no file.")
  void workloads(@Mixin HelpOption asked) {
    print(Listings.workloads());
  }

  @Command(description = "The experiments that portbench brings.")
  void experiments(@Mixin HelpOption asked) {
    print(Listings.experiments());
  }

  @Command(description = "The tables of published figures that portbench brings.")
  void targets(@Mixin HelpOption asked) {
    print(Listings.targets());
  }

  private void print(List<String> lines) {
    lines.forEach(portbench.surroundings().out()::println);
  }
}
