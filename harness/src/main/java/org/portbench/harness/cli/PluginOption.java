package org.portbench.harness.cli;

import java.util.ArrayList;
import java.util.List;
import org.portbench.harness.experiment.Plugins;
import picocli.CommandLine.Option;

/** Strategies of somebody else's. */
final class PluginOption {
  @Option(
      names = "--plugin",
      paramLabel = "JAR",
      description = "A jar with strategies; they are run beside the others. May be repeated.")
  List<String> jars = new ArrayList<>();

  Plugins plugins() {
    return Plugins.of(jars);
  }
}
