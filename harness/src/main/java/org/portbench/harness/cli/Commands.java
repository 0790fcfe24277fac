package org.portbench.harness.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/** The commands by their names, in the order of the help. */
final class Commands {
  private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("run", RunCommand.class);
    BY_NAME.put("list", ListCommand.class);
    BY_NAME.put("explain", ExplainCommand.class);
    BY_NAME.put("claims", ClaimsCommand.class);
    BY_NAME.put("compare", CompareCommand.class);
    BY_NAME.put("gate", GateCommand.class);
    BY_NAME.put("report", ReportCommand.class);
    BY_NAME.put("validate", ValidateCommand.class);
    BY_NAME.put("calibrate", CalibrateCommand.class);
    BY_NAME.put("micro", MicroCommand.class);
  }

  private Commands() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** Has the command that the arguments name, and all others only where they name none. */
  static CommandLine lineFor(PortbenchCommand portbench, List<String> args) {
    CommandLine line = new CommandLine(portbench);
    String first = args.isEmpty() ? "" : args.getFirst();
    BY_NAME.forEach((name, command) -> {
      if (name.equals(first) || !BY_NAME.containsKey(first)) {
        line.addSubcommand(name, command);
      }
    });
    return line;
  }
}
