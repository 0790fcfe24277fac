package org.portbench.harness.cli;

import picocli.CommandLine.Option;

/** Every command explains itself. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this and exits.")
  boolean asked;
}
